"""Takes the values of formulas out of workbooks, so that what opens them has to calculate: without-values.py FILE... FOLDER"""
import os
import re
import sys
import zipfile

*files, folder = sys.argv[1:]
for path in files:
    with zipfile.ZipFile(path) as whole, zipfile.ZipFile(os.path.join(folder, os.path.basename(path)), "w", zipfile.ZIP_DEFLATED) as bare:
        for name in whole.namelist():
            content = whole.read(name)
            if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name):
                content = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", content)
                content = re.sub(rb'(<c [^>]*?) t="str"([^>]*><f>)', rb"\1\2", content)
            bare.writestr(name, content)
