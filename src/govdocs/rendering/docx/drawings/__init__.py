"""What Word draws: pictures and charts as parts of their own, page numbers as fields."""
