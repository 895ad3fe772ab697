"""Those who were sent extracts of the same points, set on a circle: nodes, ties and their places."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any

from attrs import frozen

__all__ = ["Network"]

_Tie = tuple[str, str]


@frozen
class Network:
    """How many extracts each addressee was sent, and how many points each two of them have in common.

    >>> lists = [frozenset({"Karakhan", "NKVT"}), frozenset({"Karakhan", "NKVT", "NKF"})]
    >>> network = Network.of(lists, 30)
    >>> network.extracts["Karakhan"], network.ties[("Karakhan", "NKVT")]
    (2, 2)
    """

    extracts: Mapping[str, int]
    ties: Mapping[_Tie, int]

    @classmethod
    def of(cls, lists: Iterable[frozenset[str]], most: int) -> Network:
        """Make the network of the distribution lists of points, for those with the most extracts."""
        sent = [sorted(names) for names in lists]
        counted = Counter(name for names in sent for name in names)
        kept = dict(sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:most])
        ties = Counter(
            pair for names in sent for pair in combinations((name for name in names if name in kept), 2)
        )
        return cls(kept, ties)

    def around(self) -> list[str]:
        """Return the names in the order of the circle: next to each other who have most in common."""
        free, order = list(self.extracts), list[str]()
        while free:
            last = order[-1] if order else ""
            nearest = max(free, key=lambda name: (self.tied(last, name), self.extracts[name]))
            order.append(nearest)
            free.remove(nearest)
        return order

    def tied(self, one: str, other: str) -> int:
        """Return how many points two addressees have in common."""
        return self.ties.get((min(one, other), max(one, other)), 0)

    def layers(self) -> dict[str, Any]:
        """Return the circle as layers of a Vega-Lite specification."""
        names = self.around()
        places = {name: _place(at, len(names)) for at, name in enumerate(names)}
        nodes = {"values": list(self._nodes(places))}
        here = {"x": _axis("x"), "y": _axis("y")}
        size = {"field": "extracts", "type": "quantitative", "legend": None, "scale": {"range": [30, 500]}}
        told = [{"field": "name"}, {"field": "extracts"}]
        return {
            "width": 560,
            "height": 560,
            "layer": [
                self._lines(places, here),
                {
                    "data": nodes,
                    "mark": {"type": "point", "filled": True, "opacity": 1, "color": "#8a4b00"},
                    "encoding": here | {"size": size, "tooltip": told},
                },
                *(_names(nodes, here, side) for side in ("left", "right")),
            ],
            "config": {"view": {"stroke": None}},
        }

    def _nodes(self, places: Mapping[str, tuple[float, float]]) -> Iterator[dict[str, Any]]:
        for name, (x, y) in places.items():
            turned = math.degrees(math.atan2(-y, abs(x)))
            angle = round(turned if x >= 0 else -turned, 2)
            yield {"name": name, "extracts": self.extracts[name], "x": x, "y": y, "angle": angle}

    def _lines(self, places: Mapping[str, tuple[float, float]], here: dict[str, Any]) -> dict[str, Any]:
        rows = [
            {"pair": " — ".join(pair), "points": count, "x": x, "y": y, "x2": x2, "y2": y2}
            for pair, count in self.ties.items()
            for (x, y), (x2, y2) in [(places[pair[0]], places[pair[1]])]
        ]
        width = {"field": "points", "type": "quantitative", "legend": None, "scale": {"range": [0.6, 6]}}
        told = [{"field": "pair"}, {"field": "points"}]
        ends = {"x2": {"field": "x2"}, "y2": {"field": "y2"}}
        return {
            "data": {"values": rows},
            "mark": {"type": "rule", "opacity": 0.35, "color": "#5d574d"},
            "encoding": here | ends | {"strokeWidth": width, "tooltip": told},
        }


def _place(at: int, of: int) -> tuple[float, float]:
    angle = 2 * math.pi * at / max(of, 1)
    return round(math.sin(angle), 4), round(math.cos(angle), 4)


def _axis(field: str) -> dict[str, Any]:
    scale = {"domain": [-1.75, 1.75]}  # the names need room around the circle
    return {"field": field, "type": "quantitative", "axis": None, "scale": scale}


def _names(nodes: dict[str, Any], here: dict[str, Any], side: str) -> dict[str, Any]:
    """Return the layer of the names on one side, written away from the circle."""
    away = {"left": "right", "right": "left"}[side]
    test = (
        "datum.x < 0" if side == "left" else "datum.x >= 0"
    )  # names turn with the circle, none is upside down
    return {
        "data": nodes,
        "transform": [{"filter": test}],
        "mark": {"type": "text", "align": away, "dx": -14 if side == "left" else 14, "limit": 180},
        "encoding": here
        | {
            "text": {"field": "name"},
            "angle": {"field": "angle", "type": "quantitative", "scale": None},
        },
    }
