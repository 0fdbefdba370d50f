# Womit Verwaltende und Freigebende arbeiten.
