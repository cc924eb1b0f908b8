"""What a careful spreadsheet user would write: a quarter's claim by agency, with csv and decimal, no checks.

    peer.py roster.csv [payroll.csv [rates.csv]]

It trusts every cell and knows parts of a quarter, raises, time shares, the cap of one quarter, payroll and awards;
docs/performance.md says what it leaves out.
"""

import csv
import sys
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
START, END = date(2025, 10, 1), date(2025, 12, 31)
DAYS = (END - START).days + 1


def rows(index):
    if len(sys.argv) <= index:
        return []
    with open(sys.argv[index], newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def eligible_days(row):
    if not row["trained_on"] or row["eligible"] == "no":
        return 0
    first = max(START, date.fromisoformat(row["trained_on"]))
    if row["start_date"]:
        first = max(first, date.fromisoformat(row["start_date"]))
    last = min(END, date.fromisoformat(row["end_date"])) if row["end_date"] else END
    return max(0, (last - first).days + 1)


def award_of(row):
    percent = int(row["placements_successful"]) * 100 // int(row["placements_provided"])
    return 1000 if percent >= 90 else 750 if percent >= 80 else 500 if percent >= 70 else 0


paid = {(row["agency_id"], row["officer_id"]): row for row in rows(2)}
awards = {row["agency_id"]: award_of(row) for row in rows(3)}
officers = {}
with open(sys.argv[1], newline="", encoding="utf-8") as roster:
    for row in csv.DictReader(roster):
        days = eligible_days(row)
        key = (row["agency_id"], row["officer_id"])
        known = officers.get(key)
        if known is None:
            known = officers[key] = [Decimal(0), Decimal(0), Decimal(0), 0, 0, None]
        if row["overtime_paid"]:
            known[5] = Decimal(row["overtime_paid"])
        if days == 0:
            continue
        share = Decimal(row["time_share"].rstrip("%")) / 100 * days / DAYS / 4
        annual = Decimal(row["annual_salary"])
        known[0] += annual * share
        known[1] += Decimal(row["annual_benefits"]) * share
        known[2] += annual * days
        known[3] += days
        if row["program_model"] == "TFM":
            known[4] += days

totals = {}
for (agency, officer), (salary, benefits, weighted, days, task_force, overtime) in officers.items():
    if days == 0:
        continue
    actual = paid.get((agency, officer))
    salary = salary.quantize(CENT, ROUND_HALF_UP)
    if actual:
        if actual["salary_paid"]:
            salary = min(salary, Decimal(actual["salary_paid"]))
        if actual["overtime_paid"]:
            overtime = Decimal(actual["overtime_paid"])
    room = (weighted / days / 4).quantize(CENT, ROUND_DOWN)
    total = salary + benefits.quantize(CENT, ROUND_HALF_UP) + min(overtime or Decimal(0), room)
    if task_force == DAYS:
        total += awards.get(agency, 0)
    totals[agency] = totals.get(agency, 0) + total
out = csv.writer(sys.stdout)
out.writerow(["agency_id", "total"])
out.writerows(totals.items())
