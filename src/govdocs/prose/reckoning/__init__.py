"""A second look at the figures of a paper: what no reading explains, but one wrong digit would.

Each figure that claims to follow from others (a rate, a growth, a difference, a total, an average)
gets every reading that the figures around it allow. Where one of them holds, the figure is
explained and left alone. Where none holds, and the likeliest reading would hold if a single digit
were another, the figure or one of those that it rests on is probably a slip of the hand; how
probable a chance neighbour is, is reckoned from the digits printed.
"""

from govdocs.prose.reckoning.explaining import is_explained
from govdocs.prose.reckoning.second_look import second_look

__all__ = ["is_explained", "second_look"]
