"""NegMAS on the scenarios that negmas.bench.ts writes: reads one JSON file, prints one JSON line of CPU seconds.

The work is what a user asks of it: the frontier by `pareto_frontier` with the five solution points, and by its own exact merge,
`MOBANOSParetoSampler`. Medians of `runs`, and of `mergeRuns` for the merge; the frontier is left out (null) where it would take too long.
"""

import json
import statistics
import sys
import time

import negmas
from negmas import make_issue, make_os
from negmas.preferences import LinearAdditiveUtilityFunction, MOBANOSParetoSampler, TableFun
from negmas.preferences.ops import (
    kalai_points,
    ks_points,
    max_relative_welfare_points,
    max_welfare_points,
    nash_points,
    pareto_frontier,
)


def cpu(work, runs):
    times = []
    for _ in range(runs):
        began = time.process_time()
        result = work()
        times.append(time.process_time() - began)
    return statistics.median(times), result


def main():
    with open(sys.argv[1]) as file:
        asked = json.load(file)
    sizes, scores = asked["sizes"], asked["scores"]
    issues = [make_issue([f"a{a}" for a in range(size)], f"i{i}") for i, size in enumerate(sizes)]
    space = make_os(issues)
    ufuns = [
        LinearAdditiveUtilityFunction(
            values={f"i{i}": TableFun({f"a{a}": value for a, value in enumerate(of)}) for i, of in enumerate(party)},
            weights={f"i{i}": 1.0 for i in range(len(sizes))},
            outcome_space=space,
            reserved_value=0.0,
        )
        for party in scores
    ]

    def whole():
        frontier, _ = pareto_frontier(ufuns, issues=issues)
        for points in (nash_points, kalai_points, ks_points, max_welfare_points, max_relative_welfare_points):
            points(ufuns, frontier, outcome_space=space)
        return len(set(frontier))

    def merge():
        sampler = MOBANOSParetoSampler(max_pareto_size=10**9)
        sampler.init(ufuns[0], ufuns[1])
        return len({tuple(u(outcome) for u in ufuns) for outcome in sampler.pareto_outcomes()})

    out = {"version": negmas.__version__, "python": sys.version.split()[0], "frontier": None, "merge": None}
    if asked["enumerate"]:
        out["frontier"], out["points"] = cpu(whole, asked["runs"])
    if len(ufuns) == 2:
        sampler = MOBANOSParetoSampler(max_pareto_size=10**9)
        out["merge"], _ = cpu(lambda: sampler.init(ufuns[0], ufuns[1]), asked["mergeRuns"])
        out["mergePoints"] = merge()
    print(json.dumps(out))


main()
