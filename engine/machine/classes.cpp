// Classes: the class statement, type(...), making instances, isinstance, super.
// Specified in: https://docs.python.org/3.11/reference/datamodel.html#customizing-class-creation

#include "engine/machine/classes.h"

#include <algorithm>

#include "engine/compile/mangle.h"
#include "engine/machine/attributes.h"
#include "engine/machine/frames.h"
#include "engine/machine/functions.h"
#include "engine/machine/protocols.h"
#include "engine/machine/vm.h"
#include "engine/objects/containers.h"
#include "engine/objects/generic_alias.h"
#include "engine/objects/layout.h"
#include "engine/objects/nesting.h"
#include "engine/objects/text.h"

namespace awaitscope {

// --- making a class ---

// Of a type and what it inherits from: the nearest that has places of its own, beside the one for
// attributes. Instances of what derives from it have them where it has them.
static Type* with_places(Type* type) {
  for (Type* base = type->base; base && base->layout == type->layout; base = type->base) {
    uint32_t inherited = std::max(base->instance_size, uint32_t(layout_size(type->layout)));
    bool adds_attributes = type->attributes_offset == inherited && !base->attributes_offset;
    if (type->instance_size > inherited + (adds_attributes ? sizeof(Value) : 0)) break;
    type = base;
  }
  return type;
}

// The base whose layout instances have; null: TypeError pending.
static Type* best_base(const std::vector<Type*>& bases) {
  Type* best = nullptr;
  for (Type* base : bases) {
    if (base->detail & Type::kNoSubclass) {
      raise_type_error({"type '", base->name_view(), "' is not an acceptable base type"});
      return nullptr;
    }
    if (!best || is_subtype(with_places(base), with_places(best))) {
      best = best && with_places(base) == with_places(best) ? best : base;
    } else if (!is_subtype(with_places(best), with_places(base))) {
      raise_type_error({"multiple bases have instance lay-out conflict"});
      return nullptr;
    }
  }
  return best;
}

template <class Wrapper>
static Ref wrap_function(Type* type, Value function) {
  auto* wrapper = make_object<Wrapper>(type, 0);
  wrapper->function = Ref(function).take();
  return Ref::adopt(wrapper);
}

// Is there a method that takes the place of object's?
static bool takes_the_place(Type* type, Special special) {
  return find_special(type, special) != dict_get(types.object->dict, special_name(special));
}

// Names in __slots__ of the class of that name, as they are called in it, sorted: the members lie
// in that order. False: TypeError pending. has_dict, has_weakref: "__dict__", "__weakref__" is
// among them.
static bool slot_names(std::string_view class_name, Value slots, std::vector<Str*>& out,
                       bool& has_dict, bool& has_weakref) {
  auto add = [&](Value name) {
    if (!is<Str>(name)) {
      raise_type_error({"__slots__ items must be strings, not '", type_name(name), "'"});
      return false;
    }
    if (text_of(name) == "__dict__")
      has_dict = true;
    else if (text_of(name) == "__weakref__")
      has_weakref = true;
    else
      out.push_back(intern(mangled(class_name, text_of(name))));
    return true;
  };
  if (is<Str>(slots)) {
    return add(slots);
  } else if (Tuple* tuple = as_if<Tuple>(slots)) {
    for (uint32_t i = 0; i < tuple->size; ++i) {
      if (!add(tuple->items[i])) return false;
    }
  } else if (List* list = as_if<List>(slots)) {
    for (uint32_t i = 0; i < list->size; ++i) {
      if (!add(list->items[i])) return false;
    }
  } else if (Dict* dict = as_if<Dict>(slots)) {
    for (uint32_t i = 0; i < dict->filled; ++i) {
      if (dict->entries[i].key && !add(dict->entries[i].key)) return false;
    }
  }
  std::sort(out.begin(), out.end(),
            [](const Str* a, const Str* b) { return a->view() < b->view(); });
  return true;
}

void note_special_methods(Type* type) {
  constexpr uint16_t kNoted = Type::kPlainAttributes | Type::kHasDel | Type::kPlainNew;
  uint16_t flags = 0;
  if (!takes_the_place(type, Special::getattribute) && !takes_the_place(type, Special::setattr) &&
      !takes_the_place(type, Special::delattr)) {
    flags |= Type::kPlainAttributes;
  }
  if (find_special(type, Special::del)) flags |= Type::kHasDel;
  if (find_special(type, Special::new_) ==
      dict_get(types.object->dict, special_name(Special::new_))) {
    flags |= Type::kPlainNew;
  }
  type->detail = uint16_t((type->detail & ~kNoted) | flags);
  for (Type* each : type->subclasses) note_special_methods(each);
}

// What CPython puts into a class after what its body has: __dict__ and __weakref__ where the first
// of its bases has none yet, and __doc__. Programs see them in vars(cls).
static void add_standard_attributes(Type* type, bool has_dict, bool has_weakref) {
  auto inherits = [&](Str* name) {
    return std::any_of(type->mro.begin(), type->mro.end(), [&](Type* each) {
      return each != types.object && dict_get(each->dict, name);
    });
  };
  auto add = [&](Str* name) { dict_set(type->dict, name, dict_get(types.object->dict, name)); };
  bool of_types = type->layout == Kind::Type;
  if (has_dict && !of_types && !(type->detail & Type::kException) && !inherits(names.dict)) {
    add(names.dict);
  }
  bool is_sized = differs_in_size(type->layout) && type->layout != Kind::Str;
  if (has_weakref && !of_types && !is_sized && !inherits(names.weakref)) add(names.weakref);
  if (!dict_get(type->dict, names.doc)) dict_set(type->dict, names.doc, Value::none());
}

static Ref make_type(Type* metaclass, Value name, const std::vector<Type*>& given_bases,
                     Dict* names_given) {
  std::vector<Type*> bases = given_bases;
  if (bases.empty()) bases.push_back(types.object);
  for (size_t i = 0; i < bases.size(); ++i) {
    for (size_t j = 0; j < i; ++j) {
      if (bases[i] == bases[j])
        return raise_type_error({"duplicate base class ", bases[i]->name_view()});
    }
  }
  Type* base = best_base(bases);
  if (!base) return Ref();
  auto* type = make_object<Type>(metaclass, 0);
  Ref result = Ref::adopt(type);
  std::fill(std::begin(type->specials), std::end(type->specials), Value::of_bits(~uint64_t(0)));
  type->bases = bases;
  for (Type* each : bases) {
    retain(static_cast<Object*>(each));
    each->subclasses.push_back(type);
  }
  Ref dict = dict_copy(names_given);
  type->dict = as<Dict>(dict.take());
  type->name = Ref(name).take();
  Value qualname = dict_get(type->dict, names.qualname);
  type->qualname = Ref(qualname ? qualname : name).take();
  dict_delete(type->dict, Value::of(names.qualname));
  Value module = dict_get(type->dict, names.module);
  type->module = module ? Ref(module).take() : Value();
  Value doc = dict_get(type->dict, names.doc);
  type->doc = doc ? Ref(doc).take() : Value::none();
  type->base = base;
  if (!linearize(bases, type, type->mro)) {
    std::string list;
    for (Type* each : bases) list.append(list.empty() ? "" : ", ").append(each->name_view());
    return raise_type_error({"Cannot create a consistent method resolution",
                             since(Version::V3_13) ? " " : "\n", "order (MRO) for bases ", list});
  }
  type->layout = base->layout;
  type->slots = base->slots;
  type->send_fast = base->send_fast;
  type->detail = Type::kHeap | (base->detail & Type::kException);
  for (Type* each : bases) type->detail |= each->detail & (Type::kSequence | Type::kMapping);
  if (FastNext next = next_fast(base)) {
    if (!dict_get(type->dict, special_name(Special::next))) set_next_fast(type, next);
  }

  // Where attributes live, and __slots__.
  uint32_t size = base->instance_size;
  bool fixed = layout_size(base->layout) > 0;
  if (fixed && size < layout_size(base->layout)) size = uint32_t(layout_size(base->layout));
  type->attributes_offset = base->attributes_offset;
  bool has_dict = true, has_weakref = true;
  std::vector<Str*> slots;
  if (Value declared = dict_get(type->dict, names.slots)) {
    has_dict = has_weakref = false;
    if (!slot_names(type->name_view(), declared, slots, has_dict, has_weakref)) return Ref();
    for (Type* each : bases) {
      if (each == types.object || each->detail & Type::kNoDict || !(each->detail & Type::kHeap)) {
        continue;
      }
      if (has_dict && each == bases[0]) {
        return raise_type_error({"__dict__ slot disallowed: we already got one"});
      }
      has_dict = true;
    }
  }
  if (!fixed && !differs_in_size(base->layout)) has_dict = has_dict && type->attributes_offset;
  if (base->layout == Kind::Instance && !type->attributes_offset) {
    // A plain instance has a place for its attributes already.
    if (has_dict) type->attributes_offset = uint16_t(sizeof(Object));
  } else if (!type->attributes_offset && has_dict && fixed && base->layout != Kind::Type) {
    type->attributes_offset = uint16_t(size);
    size += sizeof(Value);
  }
  if (!has_dict) type->detail |= Type::kNoDict;
  for (Str* slot : slots) {
    if (dict_get(type->dict, slot)) {
      return raise_value_error({"'", slot->view(), "' in __slots__ conflicts with class variable"});
    }
    Ref member = new_slot_member(slot, type, size);
    dict_set(type->dict, slot, member);
    size += sizeof(Value);
  }
  type->instance_size = size;

  // What is implicitly a class or static method.
  for (auto [special, is_static] :
       {std::pair(Special::new_, true), std::pair(Special::init_subclass, false),
        std::pair(Special::class_getitem, false)}) {
    Value function = dict_get(type->dict, special_name(special));
    if (!is<Function>(function)) continue;
    Ref wrapped = is_static ? wrap_function<StaticMethod>(types.staticmethod, function)
                            : wrap_function<ClassMethod>(types.classmethod, function);
    dict_set(type->dict, special_name(special), wrapped);
  }
  if (dict_get(type->dict, special_name(Special::eq)) &&
      !dict_get(type->dict, special_name(Special::hash))) {
    dict_set(type->dict, special_name(Special::hash), Value::none());
  }
  add_standard_attributes(type, has_dict, has_weakref);
  modified(type);
  note_special_methods(type);
  return result;
}

// Since 3.12 the exception has a note; before, another one came of it.
static void say_set_name_failed(Type* type, Value name, Value value) {
  std::string name_text;
  append_repr(name_text, name);
  std::string text = concat({"Error calling __set_name__ on '", type_name(value), "' instance ",
                             name_text, " in '", type->name_view(), "'"});
  if (since(Version::V3_12)) return add_note_to_pending(text);
  Ref cause = take_pending();
  raise_runtime_error({text});
  auto* error = as<Exception>(pending_exception());
  error->suppress_context = true;
  set_context(error, cause);
  Ref before = Ref::adopt(std::exchange(error->cause, cause.take()));
}

// __set_name__ of what is in the namespace, then __init_subclass__ of the bases.
static Native announce_type(Ref type_ref, Ref keywords) {
  Type* type = as<Type>(type_ref);
  Ref items = dict_copy(type->dict);
  Dict* dict = as<Dict>(items);
  for (uint32_t i = 0; i < dict->filled; ++i) {
    Value key = dict->entries[i].key, value = dict->entries[i].value;
    if (!key || !value.is_object()) continue;
    Value method = find_special(type_of(value), Special::set_name);
    if (!method || is<NativeFunction>(method)) continue;
    Ref done = co_await call(method, value, type_ref, key);
    if (!done) {
      say_set_name_failed(type, key, value);
      co_return Ref();
    }
  }
  for (size_t i = 1; i < type->mro.size(); ++i) {
    Value found = dict_get(type->mro[i]->dict, special_name(Special::init_subclass));
    if (!found) continue;
    bool has_keywords = keywords && as<Dict>(keywords)->used;
    if (type->mro[i] == types.object) {
      if (has_keywords) {
        co_return raise_type_error(
            {text_of(type->qualname), ".__init_subclass__() takes no keyword arguments"});
      }
      break;
    }
    bool needs_python = false;
    Ref bound = bind_descriptor_fast(found, Value(), type, needs_python);
    if (is<Function>(bound)) bound = new_method(bound, type_ref);
    CO_TRY(done, call_ex_slow(bound, new_tuple({}), keywords));
    break;
  }
  co_return type_ref;
}

static bool bases_of(Value tuple_value, std::vector<Type*>& bases) {
  Tuple* tuple = as<Tuple>(tuple_value);
  for (uint32_t i = 0; i < tuple->size; ++i) {
    Type* base = as_if<Type>(tuple->items[i]);
    if (!base) {
      raise_type_error({"bases must be types"});
      return false;
    }
    bases.push_back(base);
  }
  return true;
}

// The most derived of the metaclass asked for and those of the bases; null: TypeError pending.
static Type* common_metaclass(Type* metaclass, const std::vector<Type*>& bases) {
  for (Type* base : bases) {
    if (is_subtype(metaclass, base->type)) continue;
    if (!is_subtype(base->type, metaclass)) {
      raise_type_error(
          {"metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass "
           "of the metaclasses of all its bases"});
      return nullptr;
    }
    metaclass = base->type;
  }
  return metaclass;
}

// The class of a namespace, complete: what type.__new__ does.
static Native finish_type(Type* metaclass, Ref name, std::vector<Type*> bases, Ref space,
                          Ref keywords) {
  Ref cell = dict_get(as<Dict>(space), names.classcell);
  Ref dict_cell = dict_get(as<Dict>(space), names.classdictcell);
  if (cell || dict_cell) {
    space = dict_copy(as<Dict>(space));
    if (cell) dict_delete(as<Dict>(space), Value::of(names.classcell));
    if (dict_cell) dict_delete(as<Dict>(space), Value::of(names.classdictcell));
  }
  Ref type = make_type(metaclass, name, bases, as<Dict>(space));
  if (!type) co_return Ref();
  if (Cell* class_cell = as_if<Cell>(cell)) {
    release(std::exchange(class_cell->content, Ref(type).take()));
  }
  if (Cell* dict_of_class = as_if<Cell>(dict_cell)) {
    release(std::exchange(dict_of_class->content, Ref(Value::of(as<Type>(type)->dict)).take()));
  }
  co_return co_await announce_type(type, keywords);
}

// The bases of a class statement, __mro_entries__ asked. Null: pending.
static Native resolve_bases(Ref given_ref) {
  Tuple* given = as<Tuple>(given_ref);
  std::vector<Value> bases;
  std::vector<Ref> kept;
  bool changed = false;
  for (uint32_t i = 0; i < given->size; ++i) {
    Value base = given->items[i];
    if (!is<Type>(base)) {
      Ref entries = co_await get_attribute(base, intern("__mro_entries__"));
      if (entries) {
        CO_TRY(replaced, call(entries, given_ref));
        Tuple* list = as_if<Tuple>(replaced);
        if (!list) co_return raise_type_error({"__mro_entries__ must return a tuple"});
        bases.insert(bases.end(), list->items, list->items + list->size);
        kept.push_back(std::move(replaced));
        changed = true;
        continue;
      }
      if (!pending_is(types.AttributeError)) co_return Ref();
      take_pending();
    }
    bases.push_back(base);
  }
  if (!changed) co_return given_ref;
  co_return new_tuple(std::span<const Value>(bases));
}

Native build_class(Args args) {
  Ref name = args[1];
  Ref keywords = new_dict();
  Ref metaclass;
  for (uint32_t i = 0; i < args.keyword_count(); ++i) {
    if (args.keyword(i) == names.metaclass)
      metaclass = args.keyword_value(i);
    else
      dict_set(as<Dict>(keywords), args.keyword(i), args.keyword_value(i));
  }
  Ref given = new_tuple(std::span<const Value>(args.values + 2, args.count - 2));
  CO_TRY(bases, resolve_bases(given));
  Tuple* tuple = as<Tuple>(bases);
  if (!metaclass) metaclass = Value::of(tuple->size ? type_of(tuple->items[0]) : types.type);
  if (is<Type>(metaclass)) {
    std::vector<Type*> classes;
    for (uint32_t i = 0; i < tuple->size; ++i) {
      if (Type* base = as_if<Type>(tuple->items[i])) classes.push_back(base);
    }
    Type* common = common_metaclass(as<Type>(metaclass), classes);
    if (!common) co_return Ref();
    metaclass = Value::of(common);
  }
  bool plain = metaclass.get() == Value::of(types.type);
  Ref space = new_dict();
  if (!plain) {
    Ref prepare = co_await get_attribute(metaclass, intern("__prepare__"));
    if (prepare) {
      Value values[] = {name, bases};
      Ref arguments = new_tuple(std::span<const Value>(values));
      space = co_await call_ex_slow(prepare, arguments, keywords);
      if (!space) co_return Ref();
      if (!is<Dict>(space)) {
        std::string_view of =
            is<Type>(metaclass) ? as<Type>(metaclass)->name_view() : "<metaclass>";
        co_return raise_type_error(
            {of, ".__prepare__() must return a mapping, not ", type_name(space)});
      }
    } else {
      if (!pending_is(types.AttributeError)) co_return Ref();
      take_pending();
    }
  }
  PyFrame* frame = frame_for_call(as<Function>(args[0]), Value(), Args{});
  frame->names = Ref(space).take();
  CO_TRY(done, run_frame(frame));
  if (bases.get() != given.get()) dict_set(as<Dict>(space), intern("__orig_bases__"), given);
  if (plain) {
    std::vector<Type*> classes;
    if (!bases_of(bases, classes)) co_return Ref();
    co_return co_await finish_type(types.type, name, classes, space, keywords);
  }
  Value values[] = {name, bases, space};
  Ref arguments = new_tuple(std::span<const Value>(values));
  co_return co_await call_ex_slow(metaclass, arguments, keywords);
}

// --- type as a class: what metaclasses inherit ---

static Ref keywords_of(const Args& args) {
  Ref dict = new_dict();
  for (uint32_t i = 0; i < args.keyword_count(); ++i)
    dict_set(as<Dict>(dict), args.keyword(i), args.keyword_value(i));
  return dict;
}

static Native type_new(Args args) {
  if (args.count != 4) {
    co_return raise_type_error(
        {"type.__new__() takes exactly 3 arguments (", std::to_string(args.count - 1), " given)"});
  }
  constexpr std::string_view kWanted[] = {"str", "tuple", "dict"};
  bool fits[] = {is<Str>(args[1]), is<Tuple>(args[2]), is<Dict>(args[3])};
  for (uint32_t i = 0; i < 3; ++i) {
    if (fits[i]) continue;
    co_return raise_type_error({"type.__new__() argument ", std::to_string(i + 1), " must be ",
                                kWanted[i], ", not ", type_name(args[i + 1])});
  }
  std::vector<Type*> bases;
  if (!bases_of(args[2], bases)) co_return Ref();
  Type* metaclass = common_metaclass(as<Type>(args[0]), bases);
  if (!metaclass) co_return Ref();
  Ref keywords = keywords_of(args);
  Value maker = find_special(metaclass, Special::new_);
  if (metaclass != as<Type>(args[0]) && !is<NativeFunction>(maker)) {
    CO_TRY(bound, get_attribute(Value::of(metaclass), names.new_));
    Value values[] = {Value::of(metaclass), args[1], args[2], args[3]};
    Ref arguments = new_tuple(std::span<const Value>(values));
    co_return co_await call_ex_slow(bound, arguments, keywords);
  }
  Ref space = args[3];
  if (!dict_get(as<Dict>(space), names.module)) {
    space = dict_copy(as<Dict>(space));
    const Frame* frame = vm().current;
    while (frame && frame->native) frame = frame->back;
    Value module =
        frame ? dict_get(static_cast<const PyFrame*>(frame)->globals, names.name) : Value();
    if (module) dict_set(as<Dict>(space), names.module, module);
  }
  co_return co_await finish_type(metaclass, args[1], bases, space, keywords);
}

static Native type_call(Args args) {
  Ref arguments = new_tuple(args.positional().subspan(1));
  Ref keywords = args.keyword_count() ? keywords_of(args) : Ref();
  co_return co_await call_type(args[0], arguments, keywords);
}

static Ref type_init(Args&) { return Value::none(); }
static Ref type_prepare(Args&) { return new_dict(); }
static Ref type_instance_check(Args& args) {
  return Value::boolean(is_subtype(type_of(args[1]), as<Type>(args[0])));
}
static Ref type_subclass_check(Args& args) {
  Type* type = as_if<Type>(args[1]);
  if (!type) return raise_type_error({"issubclass() arg 1 must be a class"});
  return Value::boolean(is_subtype(type, as<Type>(args[0])));
}

static const NativeDefinition kTypeMethods[] = {
    static_method("__new__", "", type_new),
    method("__init__", "", type_init),
    method("__call__", "", type_call),
    class_method("__prepare__", "", type_prepare),
    method("__instancecheck__", "(self, instance, /)", type_instance_check),
    method("__subclasscheck__", "(self, subclass, /)", type_subclass_check),
};

// --- calling a class ---

Native call_type(Ref type_ref, Ref args_ref, Ref keywords) {
  Type* type = as<Type>(type_ref);
  Tuple* args = as<Tuple>(args_ref);
  if (type == types.type) {
    if (args->size == 1 && !keywords) co_return Value::of(type_of(args->items[0]));
    if (args->size != 3) co_return raise_type_error({"type() takes 1 or 3 arguments"});
  }
  if ((type->detail & Type::kNoInstance) && !(type->detail & Type::kHeap)) {
    co_return raise_type_error({"cannot create '", type->name_view(), "' instances"});
  }
  std::vector<Value> values{type_ref};
  values.insert(values.end(), args->items, args->items + args->size);
  std::vector<Value> keyword_names;
  if (keywords) {
    Dict* dict = as<Dict>(keywords);
    for (uint32_t i = 0; i < dict->filled; ++i) {
      keyword_names.push_back(dict->entries[i].key);
      values.push_back(dict->entries[i].value);
    }
  }
  Ref names_ref = keyword_names.empty() ? Ref() : new_tuple(keyword_names);
  Tuple* names_tuple = names_ref ? as<Tuple>(names_ref) : nullptr;
  Ref maker = find_special(type, Special::new_);
  if (StaticMethod* wrapped = as_if<StaticMethod>(maker)) {
    maker = wrapped->function;
  } else if (!is<NativeFunction>(maker) && !is<Function>(maker)) {
    maker = co_await get_attribute(type_ref, names.new_);
    if (!maker) co_return Ref();
  }
  Ref instance = co_await call_with(maker, Args{values.data(), args->size + 1, names_tuple});
  if (!instance || !is_subtype(type_of(instance), type)) co_return instance;
  Value initializer = find_special(type_of(instance), Special::init);
  if (!initializer) co_return instance;
  values[0] = instance;
  CO_TRY(done, call_with(initializer, Args{values.data(), args->size + 1, names_tuple}));
  if (!done.get().is_none()) {
    co_return raise_type_error({"__init__() should return None, not '", type_name(done), "'"});
  }
  co_return instance;
}

// --- isinstance ---

// Does the metaclass of a class say for itself what belongs to the class?
static bool own_check(Type* type, Special special) {
  return type->type != types.type && !is<NativeFunction>(find_special(type->type, special));
}

// Is what isinstance() asks of an object, its __class__, more than its type?
static bool says_its_class(Type* type) {
  if (!(type->detail & Type::kHeap)) return false;
  return !(type->detail & Type::kPlainAttributes) ||
         find(type, names.class_) != dict_get(types.object->dict, names.class_);
}

// What isinstance() or issubclass() says of a second argument that it cannot take.
static void raise_wrong_class(std::string_view function, std::string_view kinds, Value value) {
  if (is_generic_alias(value)) {
    raise_type_error({function, "() argument 2 cannot be a parameterized generic"});
  } else {
    raise_type_error({function, "() arg 2 must be a ", kinds, ", or a union"});
  }
}

bool instance_of_fast(Value value, Value type, bool& ok, bool& needs_python) {
  Nesting nesting;
  ok = true;
  if (nesting.too_deep()) {
    needs_python = true;
    return false;
  }
  if (Value members = union_members(type)) type = members;
  if (Type* as_class = as_if<Type>(type)) {
    Type* own = type_of(value);
    if (own == as_class) return true;
    needs_python = own_check(as_class, Special::instancecheck);
    if (needs_python || is_subtype(own, as_class)) return !needs_python;
    needs_python = says_its_class(own);
    return false;
  }
  if (Tuple* tuple = as_if<Tuple>(type)) {
    for (uint32_t i = 0; i < tuple->size; ++i) {
      if (instance_of_fast(value, tuple->items[i], ok, needs_python)) return true;
      if (!ok || needs_python) return false;
    }
    return false;
  }
  if (find_special(type_of(type), Special::instancecheck)) {
    needs_python = true;
    return false;
  }
  ok = false;
  raise_wrong_class("isinstance", "type, a tuple of types", type);
  return false;
}

bool subclass_of_fast(Type* type, Value of, bool& ok, bool& needs_python) {
  Nesting nesting;
  ok = true;
  if (nesting.too_deep()) {
    needs_python = true;
    return false;
  }
  if (Value members = union_members(of)) of = members;
  if (Type* as_class = as_if<Type>(of)) {
    needs_python = own_check(as_class, Special::subclasscheck);
    return !needs_python && is_subtype(type, as_class);
  }
  if (Tuple* tuple = as_if<Tuple>(of)) {
    for (uint32_t i = 0; i < tuple->size; ++i) {
      if (subclass_of_fast(type, tuple->items[i], ok, needs_python)) return true;
      if (!ok || needs_python) return false;
    }
    return false;
  }
  if (find_special(type_of(of), Special::subclasscheck)) {
    needs_python = true;
    return false;
  }
  ok = false;
  raise_wrong_class("issubclass", "class, a tuple of classes", of);
  return false;
}

// --- super ---

static Ref super_new(Args& args) {
  Value this_class, self;
  if (args.count > 1) {
    this_class = args[1];
    self = args[2];
  } else {
    // Without arguments: __class__ and the first argument of the function that calls.
    Frame* frame = vm().current;
    while (frame && frame->native) frame = frame->back;
    auto* python = static_cast<PyFrame*>(frame);
    if (!python || python->code->arg_count == 0)
      return raise_runtime_error({"super(): no arguments"});
    self = python->slots[0];
    if (Cell* cell = as_if<Cell>(self)) self = cell->content;
    for (uint32_t i = 0; i < python->code->free_count; ++i) {
      uint32_t slot = python->code->first_free + i;
      if (python->code->local_names[slot]->view() == "__class__") {
        this_class = as<Cell>(python->slots[slot])->content;
      }
    }
    if (!this_class) return raise_runtime_error({"super(): __class__ cell not found"});
    if (!self) return raise_runtime_error({"super(): arg[0] deleted"});
  }
  Type* type = as_if<Type>(this_class);
  if (!type)
    return raise_type_error({"super() argument 1 must be a type, not ", type_name(this_class)});
  Type* self_class = nullptr;
  if (self) {
    Type* as_class = as_if<Type>(self);
    if (as_class && is_subtype(as_class, type))
      self_class = as_class;
    else if (is_subtype(type_of(self), type))
      self_class = type_of(self);
    else if (!since(Version::V3_14))
      return raise_type_error({"super(type, obj): obj must be an instance or subtype of type"});
    else
      return raise_type_error({"super(type, obj): obj (", as_class ? "type " : "instance of ",
                               (as_class ? as_class : type_of(self))->name_view(),
                               ") is not an instance or subtype of type (", type->name_view(),
                               ")."});
  }
  auto* super = make_object<Super>(types.super, 0);
  retain(static_cast<Object*>(type));
  super->this_class = type;
  super->self = Ref(self).take();
  if (self_class) retain(static_cast<Object*>(self_class));
  super->self_class = self_class;
  return Ref::adopt(super);
}

static Ref super_init(Args&) { return Value::none(); }

static const NativeDefinition kSuperMethods[] = {
    static_method("__new__", "", super_new),
    method("__init__", "", super_init),
};

void register_classes() {
  TypeSpec spec;
  spec.name = "super";
  spec.layout = Kind::Super;
  spec.methods = kSuperMethods;
  types.super = new_builtin_type(spec);
  for (const NativeDefinition& definition : kTypeMethods) {
    dict_set(types.type->dict, intern(definition.name),
             new_native_function(&definition, types.type));
  }
  modified(types.type);
}

}  // namespace awaitscope
