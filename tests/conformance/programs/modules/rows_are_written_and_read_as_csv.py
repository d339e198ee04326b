import csv
import io


def show(what):
    try:
        print(repr(what()))
    except Exception as error:
        print(type(error).__name__, error)


def w(rows, **k):
    o = io.StringIO(); csv.writer(o, **k).writerows(rows); return o.getvalue()
rows = [["a", 'b"c', "d,e", "f\ng", 1, 2.5, None, "", " x"], [""], ["x"], []]
for q in range(4): show(lambda: w(rows, quoting=q)); show(lambda: w(rows, quoting=q, escapechar="\\")); show(lambda: w(rows, quoting=q, escapechar="\\", doublequote=False))
show(lambda: w(rows, delimiter="\t", lineterminator="\n", quotechar="'")); show(lambda: w(rows, delimiter="ab")); show(lambda: w(rows, dialect="unix")); show(lambda: w([3]))
def r(s, **k): return list(csv.reader(io.StringIO(s, newline=""), **k))
for s in ["a,b\r\n1,2\r\n", 'a,"b,c"\n"x""y",z', '"multi\nline",2\n\n3', "a,b,\n,,\n", 'a "b" c,d', '"a"b,c', "'a,b',c", "a\\,b,c", '"unclosed', "1.5,2", " a, b", '"1",2\n']:
    show(lambda: r(s)); show(lambda: r(s, quotechar="'")); show(lambda: r(s, escapechar="\\")); show(lambda: r(s, skipinitialspace=True)); show(lambda: r(s, strict=True)); show(lambda: r(s, quoting=csv.QUOTE_NONNUMERIC)); show(lambda: r(s, quoting=3))
d = csv.DictReader(io.StringIO("x,y\n1,2\n3\n4,5,6\n")); show(lambda: d.fieldnames); show(lambda: list(d))
o = io.StringIO(); dw = csv.DictWriter(o, ["x", "y"]); dw.writeheader(); dw.writerow({"x": 1}); show(lambda: dw.writerow({"z": 1})); show(lambda: o.getvalue())
show(lambda: csv.list_dialects()); show(lambda: csv.reader([1]).__next__()); show(lambda: csv.get_dialect("q")); show(lambda: csv.reader([], foo=3)); show(lambda: csv.writer(3))
