# Was heute jemanden braucht.
