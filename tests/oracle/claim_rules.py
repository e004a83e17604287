"""What a printed number means and when a figure supports it, in exact arithmetic.

Written from the published rules alone, with nothing of the program's own code, so that
the two can be held against each other.

* A printed number x whose last digit is worth u means [x - u/2, x + u/2): the lower limit
  belongs to it, the upper does not, and a magnitude is never under 0. A bare whole number
  of four or more digits ends its precision at its last non-zero digit.
* Bounds: about is x +- 5 % or the rounding, whichever is wider on each side; nearly is
  [0.93x, upper rounding limit); over (x, oo); at_least [x, oo); under (-oo, x);
  at_most (-oo, x].
* A figure is an interval that holds its lower end, and its upper end too unless it is
  open. Wholly inside the claimed range: supported. Disjoint: refuted. Otherwise the
  rounding cannot decide. Two numbers within 1e-9 of each other are equal.
"""
from collections import namedtuple
from fractions import Fraction
import re

SCALES = {"": 1, "thousand": 10**3, "million": 10**6, "billion": 10**9}
BOUNDS = ("exact", "about", "nearly", "over", "at_least", "under", "at_most")
EQUAL = Fraction(1, 10**9)
SUPPORTED, REFUTED, OPEN = "supported", "refuted", "not-enough-info"

Printed = namedtuple("Printed", "value unit")
# An end that is None is unlimited.
Range = namedtuple("Range", "low high low_open high_open")
Figure = namedtuple("Figure", "low high open")
# What a finding must say. reasons: those that would do; numbers None: not compared.
Expected = namedtuple("Expected", "verdict reasons value fit rows low high")


def point(value):
    return Figure(Fraction(value), Fraction(value), False)


def compare(a, b):
    """-1, 0 or 1, where numbers within 1e-9 of each other are equal."""
    if abs(a - b) <= EQUAL * max(abs(a), abs(b)):
        return 0
    return -1 if a < b else 1


def read_printed(text):
    """Value and worth of the last digit of "9.3 %", "223.6 million TIV" or "2nd"."""
    match = re.fullmatch(r"(\d[\d,]*)(?:\.(\d+))?(?:st|nd|rd|th)?\s*(thousand|million|"
                         r"billion)?\s*(?:%|per cent|percent|TIV)?", text.strip())
    whole, decimals = match.group(1).replace(",", ""), match.group(2)
    scale, digits = SCALES[match.group(3) or ""], len(decimals or "")
    unit = Fraction(scale, 10**digits)
    if re.fullmatch(r"[\d,]+", text.strip()) and len(whole) >= 4 and int(whole):
        unit = Fraction(10**(len(whole) - len(whole.rstrip("0"))))
    return Printed(Fraction(int(whole + (decimals or "")), 10**digits) * scale, unit)


def print_number(value, decimals, cut=False):
    """A non-negative number with so many decimals, rounded half up or cut."""
    scaled = value * 10**decimals + (0 if cut else Fraction(1, 2))
    digits = str(scaled.numerator // scaled.denominator).rjust(decimals + 1, "0")
    return digits if decimals == 0 else digits[:-decimals] + "." + digits[-decimals:]


def rounding_range(printed):
    half = printed.unit / 2
    low = max(printed.value - half, Fraction(0))
    return Range(low, printed.value + half, False, True)


def claimed_range(printed, bound):
    x, plain = printed.value, rounding_range(printed)
    return {
        "exact": plain,
        "about": Range(min(x * 95 / 100, plain.low), max(x * 105 / 100, plain.high),
                       False, True),
        "nearly": Range(x * 93 / 100, plain.high, False, True),
        "over": Range(x, None, True, True),
        "at_least": Range(x, None, False, True),
        "under": Range(None, x, True, True),
        "at_most": Range(None, x, True, False),
    }[bound]


def is_inside(figure, limits):
    if limits.low is not None:
        order = compare(figure.low, limits.low)
        if order < 0 or (order == 0 and limits.low_open):
            return False
    if limits.high is None:
        return True
    order = compare(figure.high, limits.high)
    return order < 0 or (order == 0 and (figure.open or not limits.high_open))


def is_disjoint(figure, limits):
    if limits.high is not None:
        order = compare(figure.low, limits.high)
        if order > 0 or (order == 0 and limits.high_open):
            return True
    if limits.low is None:
        return False
    order = compare(figure.high, limits.low)
    return order < 0 or (order == 0 and (figure.open or limits.low_open))


def verdict_of(figure, printed, bound):
    limits = claimed_range(printed, bound)
    if is_inside(figure, limits):
        return SUPPORTED
    return REFUTED if is_disjoint(figure, limits) else OPEN


def fit_of(truth, printed, bound):
    """How a single figure fits: exact, hedge, truncation or none."""
    figure = point(truth)
    verdict = verdict_of(figure, printed, bound)
    if verdict == SUPPORTED:
        return "exact" if is_inside(figure, rounding_range(printed)) else "hedge"
    cut = (compare(truth, printed.value) >= 0
           and compare(truth, printed.value + printed.unit) < 0)
    return "truncation" if verdict == REFUTED and bound == "exact" and cut else "none"


def is_touchy(ends, printed, bound):
    """Whether an end lies so near a limit, without being it, that the last bit of a
    binary number could decide. Such claims are drawn again."""
    plain = rounding_range(printed)
    limits = claimed_range(printed, bound)
    marks = [limits.low, limits.high, plain.low, plain.high, printed.value,
             printed.value + printed.unit]
    return any(0 < abs(end - mark) < max(abs(end), abs(mark)) / 10**7
               for end in ends for mark in marks if mark is not None)


def not_enough(*reasons):
    return Expected(OPEN, reasons, None, None, 0, None, None)


SELF_TEST_RANGES = [
    ("9.3", "exact", "9.25", "9.35"), ("4.0", "exact", "3.95", "4.05"),
    ("11 %", "exact", "10.5", "11.5"), ("0 %", "exact", "0", "0.5"),
    ("21 million TIV", "exact", "20500000", "21500000"),
    ("2100 million", "exact", "2099500000", "2100500000"),
    ("223600000", "exact", "223550000", "223650000"),
    ("223,600,000", "exact", "223550000", "223650000"),
    ("1001", "exact", "1000.5", "1001.5"), ("1000", "exact", "500", "1500"),
    ("1500", "exact", "1450", "1550"), ("900", "exact", "899.5", "900.5"),
    ("2.40 billion", "exact", "2395000000", "2405000000"),
    ("100 %", "about", "95", "105"), ("9 %", "about", "8.5", "9.5"),
    ("10 %", "about", "9.5", "10.5"), ("50 %", "nearly", "46.5", "50.5"),
    ("50 %", "over", "50", None), ("50 %", "at_most", None, "50"),
]
# printed, bound, the figure, verdict, fit
SELF_TEST_VERDICTS = [
    ("9.3", "exact", "9.25", SUPPORTED, "exact"),
    ("9.3", "exact", "9.35", REFUTED, "truncation"),
    ("9.3", "exact", "9.39", REFUTED, "truncation"),
    ("9.3", "exact", "9.4", REFUTED, "none"),
    ("9.3", "exact", "9.24", REFUTED, "none"),
    ("100", "about", "104", SUPPORTED, "hedge"),
    ("100", "about", "105", REFUTED, "none"),
    ("100", "about", "95", SUPPORTED, "hedge"),
    ("50", "nearly", "46.5", SUPPORTED, "hedge"),
    ("50", "nearly", "50.4", SUPPORTED, "exact"),
    ("50", "nearly", "50.5", REFUTED, "none"),
    ("50", "over", "50", REFUTED, "none"),
    ("50", "over", "50.3", SUPPORTED, "exact"),
    ("50", "over", "51", SUPPORTED, "hedge"),
    ("50", "at_least", "50", SUPPORTED, "exact"),
    ("50", "under", "50", REFUTED, "none"),
    ("50", "at_most", "50", SUPPORTED, "exact"),
]
# printed, bound, low and high of a half-open figure, verdict
SELF_TEST_FIGURES = [
    ("237", "exact", "236.5", "237.5", SUPPORTED),
    ("238", "exact", "236.5", "237.5", REFUTED),
    ("237.0", "exact", "236.5", "237.5", OPEN),
    ("236.5", "at_most", "236.5", "237.5", OPEN),
    ("236", "at_most", "236.5", "237.5", REFUTED),
    ("237.5", "under", "236.5", "237.5", SUPPORTED),
    ("237.5", "at_least", "236.5", "237.5", REFUTED),
    ("236.5", "at_least", "236.5", "237.5", SUPPORTED),
    ("236.5", "over", "236.5", "237.5", OPEN),
]


def self_test():
    """Hand-computed cases; the wrong ones as lines of text."""
    wrong = []

    def check(what, expected, got):
        if expected != got:
            wrong.append(f"{what}: {expected} expected, got {got}")

    def number(text):
        return None if text is None else Fraction(text)

    for text, bound, low, high in SELF_TEST_RANGES:
        limits = claimed_range(read_printed(text), bound)
        check((text, bound), (number(low), number(high)), (limits.low, limits.high))
    for text, bound, truth, verdict, fit in SELF_TEST_VERDICTS:
        printed = read_printed(text)
        got = (verdict_of(point(truth), printed, bound),
               fit_of(Fraction(truth), printed, bound))
        check((text, bound, truth), (verdict, fit), got)
    for text, bound, low, high, verdict in SELF_TEST_FIGURES:
        figure = Figure(number(low), number(high), True)
        check((text, bound, low, high), verdict,
              verdict_of(figure, read_printed(text), bound))
    for value, decimals, cut, text in [("9.345", 2, False, "9.35"),
                                       ("9.345", 2, True, "9.34"),
                                       ("0.04", 1, False, "0.0"), ("2.5", 0, False, "3"),
                                       ("0.05", 1, False, "0.1"),
                                       ("9.96", 1, True, "9.9")]:
        check((value, decimals), text, print_number(Fraction(value), decimals, cut))
    return wrong
