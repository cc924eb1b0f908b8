"""What a careful spreadsheet user would write: the claim of full-quarter officers, with csv and decimal, no checks.

Prints the agencies' totals as CSV; docs/performance.md says what it leaves out.
"""

import csv
import sys
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
totals = {}
with open(sys.argv[1], newline="", encoding="utf-8") as roster:
    for row in csv.DictReader(roster):
        annual = Decimal(row["annual_salary"])
        salary = (annual / 4).quantize(CENT, ROUND_HALF_UP)
        benefits = (Decimal(row["annual_benefits"]) / 4).quantize(CENT, ROUND_HALF_UP)
        room = (annual / 4).quantize(CENT, ROUND_DOWN)
        overtime = min(Decimal(row["overtime_paid"]), room)
        totals[row["agency_id"]] = totals.get(row["agency_id"], 0) + salary + benefits + overtime
out = csv.writer(sys.stdout)
out.writerow(["agency_id", "total"])
out.writerows(totals.items())
