"""WordprocessingML read from the guarded package itself, as its reader sees it on paper."""
