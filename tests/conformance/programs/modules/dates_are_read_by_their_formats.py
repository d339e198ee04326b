import datetime as d, time


def attempt(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e)


if hasattr(d.date, 'strptime'):
    for f in ('%Y-%m-%d', '%H', '%Y %H', '%f', '%Y-%m-%d %z', '%p', '%Y %j'):
        attempt(d.date.strptime, '2024 10', f)
    attempt(d.date.strptime, '10', '%H')
    attempt(d.date.strptime, '10 2024', '%H %Y')
    attempt(d.time.strptime, '10 +0100', '%H %z')
    attempt(d.time.strptime, '10 2024', '%H %Y')
    attempt(d.time.strptime, '10 PM', '%I %p')
    attempt(d.date.strptime, 'AM', '%p')
    attempt(d.time.strptime, 'Mon', '%a')
    attempt(d.date.strptime, '5', '%f')
    attempt(d.date.strptime, 'UTC', '%Z')
    attempt(d.time.strptime, 'UTC', '%Z')
    attempt(d.time.strptime, '2024 10 1', '%Y %W %w')

for a in [
    ('2024 10 1', '%Y %W %w'),
    ('2024 10 Sun', '%Y %U %a'),
    ('2024 10', '%Y %W'),
    ('2024 05 3', '%G %V %u'),
    ('10 1', '%W %w'),
    ('2024 05', '%G %V'),
    ('2024 3', '%G %u'),
    ('2024 5', '%Y %V'),
    ('2024 366', '%Y %j'),
    ('60', '%j'),
    ('10 UTC', '%H %Z'),
    ('10 +0130', '%H %z'),
    ('61', '%S'),
    ('5.5', '%S.%f'),
    ('0 0', '%U %w'),
    ('2024 0 1', '%Y %W %w'),
]:
    attempt(lambda: tuple(time.strptime(*a)))
attempt(d.datetime.strptime, '2024 10 1', '%Y %W %w')
attempt(d.datetime.strptime, '2024 05 3', '%G %V %u')
