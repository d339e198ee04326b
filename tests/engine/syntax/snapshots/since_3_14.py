f'a{x}b'
f'{x=}'
f'{x = !r:>{w}}'
f'{x=:>3}'
f'''a
{x
=}b''' 'c' f'd'
'a' f'b' 'c'
f'{{{x}}}'
u'a' f'{b}c'
f'a\N{BULLET}b{c}'
f'{a:x{b}y{c}}'
f'{a:}'
f'{a:{{b}}}'
f''
f'' ''
f'{x # c
 = }'
f'{a:\n}'
rf'{a:\n}'
t'a{x}b{y!r:>{w}}'
t'{x=}' t'b'
t'{ x + 1 }'
f'{f"{a}"}'
f'\
{a}'
f'{a,}'
f'{x:{y:{z}}}'
t'{x = }{ y }{z!r}{w:3}{ v = :3}'
f'{"#" = }'
f"{", ".join(f"{word!r:>{len("width")}}" for word in words)}"
f'''{
    total:{
        width
    }.2f
}'''
f'{a!r}{b != c}{(d := 1)}{e:=^5}{lambda_ if (lambda: 1) else {1: 2}[1]}'
rf'\d{x}\{y}' fR'{{}}' F"\N{BULLET}{{{z}}}"
def first[T: int = str, *Ts = *tuple[int, ...], **P = [int]](x: T, *args: *Ts) -> T:
    return x
async def wait[T](x: T) -> T: ...
class Box[T: (int, str)](Base, metaclass=Meta): pass
class Empty[T,]: pass
type Pair[T] = tuple[T, T]
type = type(type)
type X = int; type Y = X
try:
    pass
except ValueError, TypeError:
    pass
except OSError,:
    pass
try:
    pass
except* A, B.c:
    pass
