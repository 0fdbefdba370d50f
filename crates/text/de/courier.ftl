## Was der Raum `courier` sagt. Sätze, die hier fehlen, werden englisch gesagt.
