"""Whatever the days, no label covers another, and no pole crosses a label."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from suivi.common.pictures.cycle.flags import Flag, hoisted, length, reach

FLAGS = st.lists(
    st.builds(Flag, x=st.floats(0, 1000), width=st.floats(5, 250), height=st.floats(20, 80)), min_size=1, max_size=25
)


@given(FLAGS)
def test_no_flag_covers_another(flags: list[Flag]) -> None:
    for (one, near), (other, far) in combinations(zip(flags, hoisted(flags), strict=True), 2):
        beside = one.x + one.width <= other.x or other.x + other.width <= one.x
        beyond = near + one.height <= far or far + other.height <= near
        assert beside or beyond


@given(FLAGS)
def test_no_pole_crosses_a_flag(flags: list[Flag]) -> None:
    for (pole, near), (flag, far) in combinations(zip(flags, hoisted(flags), strict=True), 2):
        for (standing, its_near), (flying, its_far) in (((pole, near), (flag, far)), ((flag, far), (pole, near))):
            under = flying.x < standing.x < flying.x + flying.width
            assert not under or its_near + standing.height <= its_far


@given(FLAGS)
def test_the_farthest_edge_is_where_they_reach(flags: list[Flag]) -> None:
    assert reach(flags) == max(near + flag.height for flag, near in zip(flags, hoisted(flags), strict=True))


@given(st.lists(st.tuples(st.floats(0.01, 1), st.floats(5, 250)), max_size=20))
def test_the_line_is_as_long_as_lets_every_flag_end_on_the_sheet(labels: list[tuple[float, float]]) -> None:
    places, widths = [place for place, _width in labels], [width for _place, width in labels]
    long = length(places, widths, 1000)
    assert 0 < long <= 1000
    assert all(place * long + width <= 1000.0001 for place, width in labels)


def test_flags_far_from_one_another_fly_at_one_height() -> None:
    assert hoisted([Flag(0, 90, 40), Flag(200, 90, 40), Flag(400, 90, 40)]) == [0, 0, 0]


def test_two_flags_on_one_day_fly_one_beyond_the_other() -> None:
    assert hoisted([Flag(10, 90, 40), Flag(10, 90, 40)]) == [40, 0]
