from string import Template

print(Template("${a} $b").safe_substitute(b=1))
print(Template("${a} $a ${b}$b $$ ${ $1 ${1} $").safe_substitute(b=1))
print(Template("${a}").safe_substitute(), Template("${a}").safe_substitute({"a": "$a"}))
for text in ("${a} $b", "${a", "$1"):
    try:
        print(Template(text).substitute(a=1))
    except (KeyError, ValueError) as error:
        print(repr(error))
