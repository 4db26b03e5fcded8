"""重点绩效评价: what an evaluation report is made of; the second kind of case."""
