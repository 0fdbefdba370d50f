# Ein Release in Bildern.
