# A release in pictures.
