// Classes: the class statement, type(...), making instances, isinstance, super.
// Specified in: https://docs.python.org/3.11/reference/datamodel.html#customizing-class-creation

#include "engine/runtime/containers.h"
#include "engine/runtime/layout.h"
#include "engine/runtime/text.h"
#include "engine/vm/calls.h"
#include "engine/vm/vm.h"

namespace awaitscope {

// --- making a class
// -------------------------------------------------------------------------------------

// The base whose layout instances have; null: TypeError pending.
static Type* best_base(const std::vector<Type*>& bases) {
  Type* best = nullptr;
  for (Type* base : bases) {
    if (base->detail & Type::kNoSubclass) {
      raise_type_error({"type '", base->name_view(), "' is not an acceptable base type"});
      return nullptr;
    }
    if (!best || (best->layout == Kind::Instance && base->layout != Kind::Instance) ||
        (best->layout == base->layout && base->instance_size > best->instance_size &&
         is_subtype(base, best))) {
      best = base;
    } else if (base->layout != Kind::Instance && base->layout != best->layout) {
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

static bool own_or_heap(Type* type, Special special) {
  Value found = find_special(type, special);
  return found && !is<NativeFunction>(found);
}

// Names in __slots__; false: TypeError pending. has_dict: "__dict__" is among them.
static bool slot_names(Value slots, std::vector<Str*>& out, bool& has_dict) {
  auto add = [&](Value name) {
    if (!is<Str>(name)) {
      raise_type_error({"__slots__ items must be strings, not '", type_name(name), "'"});
      return false;
    }
    if (text_of(name) == "__dict__")
      has_dict = true;
    else if (text_of(name) != "__weakref__")
      out.push_back(intern(as<Str>(name)));
    return true;
  };
  if (is<Str>(slots)) return add(slots);
  if (Tuple* tuple = as_if<Tuple>(slots)) {
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
  return true;
}

void note_special_methods(Type* type) {
  constexpr uint16_t kNoted = Type::kPlainAttributes | Type::kHasDel | Type::kPlainNew;
  uint16_t flags = 0;
  if (!own_or_heap(type, Special::getattribute) && !own_or_heap(type, Special::setattr) &&
      !own_or_heap(type, Special::delattr)) {
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

static Ref make_type(Value name, const std::vector<Type*>& given_bases, Dict* names_given) {
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
  auto* type = make_object<Type>(types.type, 0);
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
    return raise_type_error(
        {"Cannot create a consistent method resolution\norder (MRO) for bases ", list});
  }
  type->layout = base->layout;
  type->destroy = base->destroy;
  type->quick_send = base->quick_send;
  type->detail = Type::kHeap | (base->detail & Type::kException);
  if (QuickNext next = quick_next(base)) {
    if (!dict_get(type->dict, special_name(Special::next))) set_quick_next(type, next);
  }

  // Where attributes live, and __slots__.
  uint32_t size = base->instance_size;
  bool fixed = layout_size(base->layout) > 0;
  if (fixed && size < layout_size(base->layout)) size = uint32_t(layout_size(base->layout));
  type->attributes_offset = base->attributes_offset;
  bool has_dict = true;
  std::vector<Str*> slots;
  if (Value declared = dict_get(type->dict, names.slots)) {
    has_dict = false;
    if (!slot_names(declared, slots, has_dict)) return Ref();
    for (Type* each : bases) {
      has_dict |=
          each != types.object && !(each->detail & Type::kNoDict) && (each->detail & Type::kHeap);
    }
  }
  if (!fixed && !differs_in_size(base->layout)) has_dict = has_dict && type->attributes_offset;
  if (base->layout == Kind::Instance && !type->attributes_offset) {
    // A plain instance has a place for its attributes already.
    if (has_dict) type->attributes_offset = uint16_t(sizeof(Object));
  } else if (!type->attributes_offset && has_dict && fixed) {
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
  modified(type);
  note_special_methods(type);
  return result;
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
    if (!done) co_return Ref();
  }
  for (size_t i = 1; i < type->mro.size(); ++i) {
    Value found = dict_get(type->mro[i]->dict, special_name(Special::init_subclass));
    if (!found) continue;
    bool has_keywords = keywords && as<Dict>(keywords)->used;
    if (type->mro[i] == types.object) {
      if (has_keywords) {
        co_return raise_type_error(
            {type->name_view(), ".__init_subclass__() takes no keyword arguments"});
      }
      break;
    }
    bool needs_python = false;
    Ref bound = bind_descriptor_quick(found, Value(), type, needs_python);
    if (is<Function>(bound)) bound = new_method(bound, type_ref);
    Ref done = co_await call_ex_slow(bound, new_tuple({}), keywords);
    if (!done) co_return Ref();
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

Native build_class(Args args) {
  Function* body = as<Function>(args[0]);
  Value name = args[1];
  Ref keywords = new_dict();
  Ref metaclass;
  for (uint32_t i = 0; i < args.keyword_count(); ++i) {
    if (args.keyword(i) == names.metaclass)
      metaclass = args.keyword_value(i);
    else
      dict_set(as<Dict>(keywords), args.keyword(i), args.keyword_value(i));
  }
  if (metaclass && metaclass.get() != Value::of(types.type)) {
    co_return raise_error(types.NotImplementedError, "metaclasses are not supported here");
  }
  std::vector<Ref> kept;
  std::vector<Type*> bases;
  for (uint32_t i = 2; i < args.count; ++i) {
    Value base = args[i];
    if (!is<Type>(base)) {
      Ref entries;
      if (quick_get_attribute(base, intern("__mro_entries__"), entries) && !entries) take_pending();
      if (entries) {
        Ref replaced = co_await call(
            entries, new_tuple(std::span<const Value>(args.values + 2, args.count - 2)));
        if (!replaced) co_return Ref();
        if (!bases_of(replaced, bases)) co_return Ref();
        kept.push_back(std::move(replaced));
        continue;
      }
      co_return raise_type_error({"bases must be types"});
    }
    bases.push_back(as<Type>(base));
  }
  Ref space = new_dict();
  PyFrame* frame = frame_for_call(body, Value(), Args{});
  frame->names = Ref(space).take();
  Ref done = co_await run_frame(frame);
  if (!done) co_return Ref();
  Ref cell = dict_get(as<Dict>(space), names.classcell);
  if (cell) dict_delete(as<Dict>(space), Value::of(names.classcell));
  Ref type = make_type(name, bases, as<Dict>(space));
  if (!type) co_return Ref();
  if (Cell* class_cell = as_if<Cell>(cell)) {
    release(std::exchange(class_cell->content, Ref(type).take()));
  }
  co_return co_await announce_type(type, keywords);
}

// --- calling a class
// ------------------------------------------------------------------------------------

Native call_type(Ref type_ref, Ref args_ref, Ref keywords) {
  Type* type = as<Type>(type_ref);
  Tuple* args = as<Tuple>(args_ref);
  if (type == types.type) {
    if (args->size == 1 && !keywords) co_return Value::of(type_of(args->items[0]));
    if (args->size != 3) co_return raise_type_error({"type() takes 1 or 3 arguments"});
    if (!is<Str>(args->items[0])) {
      co_return raise_type_error(
          {"type.__new__() argument 1 must be str, not ", type_name(args->items[0])});
    }
    if (!is<Tuple>(args->items[1])) {
      co_return raise_type_error(
          {"type.__new__() argument 2 must be tuple, not ", type_name(args->items[1])});
    }
    if (!is<Dict>(args->items[2])) {
      co_return raise_type_error(
          {"type.__new__() argument 3 must be dict, not ", type_name(args->items[2])});
    }
    std::vector<Type*> bases;
    if (!bases_of(args->items[1], bases)) co_return Ref();
    Ref space = dict_copy(as<Dict>(args->items[2]));
    if (!dict_get(as<Dict>(space), names.module)) {
      dict_set(as<Dict>(space), names.module, Value::of(names.main));
    }
    Ref made = make_type(args->items[0], bases, as<Dict>(space));
    if (!made) co_return Ref();
    co_return co_await announce_type(made, keywords);
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
  if (StaticMethod* wrapped = as_if<StaticMethod>(maker)) maker = wrapped->function;
  Ref instance = co_await call_with(maker, Args{values.data(), args->size + 1, names_tuple});
  if (!instance || !is_subtype(type_of(instance), type)) co_return instance;
  Value initializer = find_special(type_of(instance), Special::init);
  if (!initializer) co_return instance;
  values[0] = instance;
  Ref done = co_await call_with(initializer, Args{values.data(), args->size + 1, names_tuple});
  if (!done) co_return Ref();
  if (!done.get().is_none()) {
    co_return raise_type_error({"__init__() should return None, not '", type_name(done), "'"});
  }
  co_return instance;
}

// --- isinstance
// -----------------------------------------------------------------------------------------

bool quick_instance_of(Value value, Value type, bool& ok, bool& needs_python) {
  ok = true;
  if (Type* as_class = as_if<Type>(type)) return is_subtype(type_of(value), as_class);
  if (Tuple* tuple = as_if<Tuple>(type)) {
    for (uint32_t i = 0; i < tuple->size; ++i) {
      if (quick_instance_of(value, tuple->items[i], ok, needs_python)) return true;
      if (!ok || needs_python) return false;
    }
    return false;
  }
  if (find_special(type_of(type), Special::instancecheck)) {
    needs_python = true;
    return false;
  }
  ok = false;
  raise_type_error({"isinstance() arg 2 must be a type, a tuple of types, or a union"});
  return false;
}

bool quick_subclass_of(Type* type, Value of, bool& ok, bool& needs_python) {
  ok = true;
  if (Type* as_class = as_if<Type>(of)) return is_subtype(type, as_class);
  if (Tuple* tuple = as_if<Tuple>(of)) {
    for (uint32_t i = 0; i < tuple->size; ++i) {
      if (quick_subclass_of(type, tuple->items[i], ok, needs_python)) return true;
      if (!ok || needs_python) return false;
    }
    return false;
  }
  ok = false;
  raise_type_error({"issubclass() arg 2 must be a class, a tuple of classes, or a union"});
  return false;
}

// --- super
// ----------------------------------------------------------------------------------------------

static Ref super_new(Args& args) {
  Value this_class, self;
  if (args.count > 1) {
    this_class = args[1];
    self = args[2];
  } else {
    // Without arguments: __class__ and the first argument of the function that calls.
    Frame* frame = vm->current;
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
    else
      return raise_type_error({"super(type, obj): obj must be an instance or subtype of type"});
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
    {"__new__", "", super_new, nullptr, NativeDefinition::kStaticMethod},
    {"__init__", "", super_init, nullptr, NativeDefinition::kMethod},
};

void register_classes() {
  TypeSpec spec;
  spec.name = "super";
  spec.layout = Kind::Super;
  spec.methods = kSuperMethods;
  types.super = new_builtin_type(spec);
}

}  // namespace awaitscope
