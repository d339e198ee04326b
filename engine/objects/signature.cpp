#include "engine/objects/signature.h"

#include <string>
#include <utility>

#include "engine/objects/containers.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"

namespace awaitscope {

namespace {

struct Reader {
  const char* at;
  void skip_blanks() {
    while (*at == ' ') ++at;
  }
  bool take(char c) {
    skip_blanks();
    if (*at != c) return false;
    ++at;
    return true;
  }
  std::string_view word() {
    skip_blanks();
    const char* start = at;
    while (*at && !strchr(" ,=)", *at)) ++at;
    return {start, size_t(at - start)};
  }
  std::string quoted(char quote) {
    std::string text;
    for (; *at && *at != quote; ++at) {
      if (*at == '\\') {
        ++at;
        text += *at == 'n' ? '\n' : *at == 't' ? '\t' : *at;
      } else {
        text += *at;
      }
    }
    ++at;
    return text;
  }
  Value fallback() {
    skip_blanks();
    if (*at == '\'' || *at == '"') {
      char quote = *at++;
      return Value::of(intern(quoted(quote)));
    }
    std::string_view text = word();
    if (text == "None") return Value::none();
    if (text == "True") return Value::boolean(true);
    if (text == "False") return Value::boolean(false);
    if (text == "<null>") return {};
    int64_t number = 0;
    bool negative = text.starts_with('-');
    for (char digit : text.substr(negative)) {
      assert(digit >= '0' && digit <= '9');
      number = number * 10 + (digit - '0');
    }
    return Value::of_int(negative ? -number : number);
  }
};

// The types that a line may name: those without which C++ code cannot go on.
Type* named_type(std::string_view name) {
  Type* const known[] = {types.list, types.tuple,         types.dict, types.str,
                         types.type, types.BaseException, types.int_};
  constexpr std::string_view kNames[] = {"list", "tuple", "dict", "str", "type", "error", "int"};
  for (size_t i = 0; i < std::size(known); ++i) {
    if (name == kNames[i]) return known[i];
  }
  assert(!"a type that signatures do not name");
  return nullptr;
}

}  // namespace

const Signature* parse_signature(const NativeDefinition& definition) {
  Reader reader{definition.signature};
  if (!*reader.at) return nullptr;
  auto* signature = new Signature;
  using Kind = Parameter::Kind;
  bool keyword_only = false;
  reader.take('(');
  while (!reader.take(')')) {
    if (reader.take('/')) {
      for (Parameter& parameter : signature->parameters) parameter.kind = Kind::PositionalOnly;
      signature->positional_only = uint32_t(signature->parameters.size());
      reader.take(',');
      continue;
    }
    Kind kind = keyword_only ? Kind::KeywordOnly : Kind::Plain;
    if (reader.take('*')) {
      kind = reader.take('*') ? Kind::DoubleStar : Kind::Star;
      if (kind == Kind::Star) keyword_only = true;
      if (reader.take(',')) continue;  // a bare star
      int32_t place = int32_t(signature->parameters.size());
      (kind == Kind::Star ? signature->star : signature->double_star) = place;
    }
    std::string_view name = reader.word();
    assert(!name.empty());
    Type* type = nullptr;
    if (name.ends_with(':')) {
      name.remove_suffix(1);
      type = named_type(reader.word());
      signature->typed = true;
    }
    bool has_default = reader.take('=');
    Value fallback = has_default ? reader.fallback() : Value{};
    bool required = !has_default && kind != Kind::Star && kind != Kind::DoubleStar;
    if (kind == Kind::Plain) {
      ++signature->positional;
      signature->required += required;
    }
    signature->parameters.push_back({intern(name), kind, required, fallback, type});
    reader.take(',');
  }
  signature->has_receiver =
      definition.flags &
      (NativeDefinition::kMethod | NativeDefinition::kClassMethod | NativeDefinition::kGetter);
  uint32_t receivers = signature->has_receiver;
  signature->only_positional = signature->double_star < 0;
  for (size_t i = receivers; i < signature->parameters.size(); ++i) {
    Kind kind = signature->parameters[i].kind;
    if (kind == Kind::Plain || kind == Kind::KeywordOnly) signature->only_positional = false;
  }
  return signature;
}

uint32_t parameter_count(const NativeFunction* function) {
  return uint32_t(function->signature->parameters.size());
}

// --- errors ---

namespace {

std::string number(uint64_t n) { return std::to_string(n); }
std::string_view plural(uint64_t n) { return n == 1 ? "" : "s"; }

struct Wording {
  const NativeFunction* function;
  const Signature& signature;
  std::string_view name = function->definition->name;

  // Behind the syntax of an operator there is a slot, whose wrapper has words of its own.
  bool is_special() const {
    if (name.size() < 5 || !name.starts_with("__") || !name.ends_with("__")) return false;
    for (std::string_view other :
         {"__class_getitem__", "__format__", "__reversed__", "__length_hint__", "__sizeof__",
          "__subclasses__", "__subclasshook__"}) {
      if (name == other) return false;
    }
    return true;
  }
  bool makes_object() const { return function->owner && (name == "__new__" || name == "__init__"); }
  uint32_t receivers() const { return signature.has_receiver || name == "__new__"; }

  // "list.append", "len", "math.sqrt", "list" for its constructor.
  std::string full_name() const {
    if (makes_object()) return std::string(function->owner->name_view());
    if (function->owner) return concat({function->owner->name_view(), ".", name});
    if (function->module && text_of(function->module) != "builtins") {
      return concat({text_of(function->module), ".", name});
    }
    return std::string(name);
  }
  std::string qualified_name() const {
    return function->owner ? concat({function->owner->name_view(), ".", name}) : std::string(name);
  }
  std::string short_name() const {
    return std::string(makes_object() ? text_of(function->owner->plain_name()) : name);
  }

  // What CPython has in Python is worded as errors of Python functions are.
  bool is_python() const {
    Type* owner = function->owner;
    Value module = owner ? owner->module : function->module;
    if (!module) return false;
    std::string_view text = text_of(module);
    if (!text.starts_with("asyncio") && !text.starts_with("contextlib")) return false;
    return !owner || (owner->name_view() != "Future" && owner->name_view() != "Task");
  }

  bool fail_positional_count(uint32_t given) const {
    uint32_t most = signature.positional - receivers(), n = given - receivers();
    uint32_t least = signature.required > receivers() ? signature.required - receivers() : 0;
    if (is_special() && !makes_object() && least == most) {
      raise_type_error({most == 2 ? " " : "", "expected ", number(most), " argument", plural(most),
                        ", got ", number(n)});
    } else if (most == 0) {
      raise_type_error({full_name(), "() takes no arguments (", number(n), " given)"});
    } else if (most == 1 && least == 1 && !makes_object()) {
      raise_type_error({full_name(), "() takes exactly one argument (", number(n), " given)"});
    } else {
      uint32_t limit = n < least ? least : most;
      std::string_view how = least == most ? "" : n < least ? "at least " : "at most ";
      raise_type_error({short_name(), " expected ", how, number(limit), " argument", plural(limit),
                        ", got ", number(n)});
    }
    return false;
  }

  bool fail_too_many(uint32_t positional, uint32_t keywords) const {
    uint32_t most = signature.positional - receivers(), total = 0;
    for (const Parameter& parameter : signature.parameters) {
      total +=
          parameter.kind != Parameter::Kind::Star && parameter.kind != Parameter::Kind::DoubleStar;
    }
    total -= receivers();
    uint32_t n = positional - receivers();
    if (n + keywords > total && signature.double_star < 0) {
      bool exactly = signature.required == signature.positional && total == most;
      raise_type_error({short_name(), "() takes ", exactly ? "exactly " : "at most ", number(total),
                        " ", n == 0 ? "keyword " : "", "argument", plural(total), " (",
                        number(n + keywords), " given)"});
    } else if (most == 0) {
      raise_type_error({short_name(), "() takes no positional arguments"});
    } else {
      bool exactly = signature.required == signature.positional;
      raise_type_error({short_name(), "() takes ", exactly ? "exactly " : "at most ", number(most),
                        " positional argument", plural(most), " (", number(n), " given)"});
    }
    return false;
  }

  bool fail_missing(uint32_t place, uint32_t given) const {
    const Parameter& parameter = signature.parameters[place];
    if (parameter.kind == Parameter::Kind::PositionalOnly) {
      uint32_t least = 0;
      for (uint32_t i = receivers(); i < signature.positional_only; ++i) {
        least += signature.parameters[i].required;
      }
      bool exactly = least == signature.positional - receivers();
      raise_type_error({short_name(), "() takes ", exactly ? "exactly " : "at least ",
                        number(least), " positional argument", plural(least), " (",
                        number(given - receivers()), " given)"});
    } else if (parameter.kind == Parameter::Kind::KeywordOnly) {
      raise_type_error({short_name(), "() missing required keyword-only argument: '",
                        parameter.name->view(), "'"});
    } else {
      raise_type_error({short_name(), "() missing required argument '", parameter.name->view(),
                        "' (pos ", number(place + 1 - receivers()), ")"});
    }
    return false;
  }

  // The names by which arguments can be given.
  std::vector<std::string_view> keywords() const {
    std::vector<std::string_view> known;
    for (const Parameter& parameter : signature.parameters) {
      if (parameter.kind != Parameter::Kind::PositionalOnly)
        known.push_back(parameter.name->view());
    }
    return known;
  }

  bool fail_unexpected(Str* keyword) const {
    raise_unexpected_keyword(short_name(), keyword->view(), keywords());
    return false;
  }

  bool fail_twice(uint32_t place) const {
    raise_type_error({"argument for ", short_name(), "() given by name ('",
                      signature.parameters[place].name->view(), "') and position (",
                      number(place + 1 - receivers()), ")"});
    return false;
  }

  // --- the same, as a Python function's ---

  bool python_too_many(uint32_t given, uint32_t keyword_only_given) const {
    uint32_t most = signature.positional;
    bool several = signature.required != most ? true : most != 1;
    std::string takes = signature.required != most
                            ? concat({"from ", number(signature.required), " to ", number(most)})
                            : number(most);
    std::string also;
    if (keyword_only_given) {
      also = concat({" positional argument", plural(given), " (and ", number(keyword_only_given),
                     " keyword-only argument", plural(keyword_only_given), ")"});
    }
    raise_type_error({qualified_name(), "() takes ", takes, " positional argument",
                      several ? "s" : "", " but ", number(given), also,
                      given == 1 && !keyword_only_given ? " was" : " were", " given"});
    return false;
  }

  bool python_missing(const std::vector<bool>& filled) const {
    for (bool keyword_only : {false, true}) {
      std::vector<std::string_view> missing;
      for (size_t i = 0; i < signature.parameters.size(); ++i) {
        const Parameter& parameter = signature.parameters[i];
        bool is_keyword_only = parameter.kind == Parameter::Kind::KeywordOnly;
        if (parameter.required && !filled[i] && is_keyword_only == keyword_only) {
          missing.push_back(parameter.name->view());
        }
      }
      if (missing.empty()) continue;
      std::string list;
      for (size_t i = 0; i < missing.size(); ++i) {
        if (i > 0)
          list += missing.size() == 2 ? " and " : i + 1 == missing.size() ? ", and " : ", ";
        list += concat({"'", missing[i], "'"});
      }
      raise_type_error({qualified_name(), "() missing ", number(missing.size()), " required ",
                        keyword_only ? "keyword-only" : "positional", " argument",
                        plural(missing.size()), ": ", list});
      return false;
    }
    return true;
  }

  bool python_unexpected(Str* keyword) const {
    raise_unknown_keyword(qualified_name(), keyword->view(), keywords());
    return false;
  }

  bool python_twice(Str* keyword) const {
    raise_type_error(
        {qualified_name(), "() got multiple values for argument '", keyword->view(), "'"});
    return false;
  }
};

}  // namespace

bool check_receiver(const NativeFunction* function, const Args& given) {
  Type* owner = function->owner;
  if (!owner) return true;
  if (function->is_method && given.count > 0 && is_subtype(type_of(given.values[0]), owner))
    return true;
  std::string_view name = function->definition->name;
  if (function->is_method) {
    if (given.count == 0) {
      bool special = name.starts_with("__");
      if (special) {
        raise_type_error(
            {"descriptor '", name, "' of '", owner->name_view(), "' object needs an argument"});
      } else {
        raise_type_error(
            {"unbound method ", owner->name_view(), ".", name, "() needs an argument"});
      }
      return false;
    }
    Type* type = type_of(given.values[0]);
    // Getters, and those that are methods beside the slot, say it as plain methods do.
    const bool keyed = owner == types.dict || owner == types.set || owner == types.frozenset;
    const bool is_method = function->definition->flags & NativeDefinition::kGetter ||
                           (keyed && (name == "__contains__" || name == "__getitem__"));
    if (name.starts_with("__") && !is_method) {
      raise_type_error({"descriptor '", name, "' requires a '", owner->name_view(),
                        "' object but received a '", type->name_view(), "'"});
    } else {
      raise_type_error({"descriptor '", name, "' for '", owner->name_view(),
                        "' objects doesn't apply to a '", type->name_view(), "' object"});
    }
    return false;
  }
  if (name == "__new__") {
    if (given.count == 0) {
      raise_type_error({owner->name_view(), ".__new__(): not enough arguments"});
      return false;
    }
    auto* type = as_if<Type>(given.values[0]);
    if (!type) {
      raise_type_error({owner->name_view(), ".__new__(X): X is not a type object (",
                        type_name(given.values[0]), ")"});
      return false;
    }
    if (!is_subtype(type, owner)) {
      raise_type_error({owner->name_view(), ".__new__(", type->name_view(),
                        "): ", type->name_view(), " is not a subtype of ", owner->name_view()});
      return false;
    }
  }
  return true;
}

bool check_types(const NativeFunction* function, const Value* values) {
  const Signature& signature = *function->signature;
  if (!signature.typed) return true;
  for (size_t i = 0; i < signature.parameters.size(); ++i) {
    const Parameter& parameter = signature.parameters[i];
    Value value = values[i];
    if (!parameter.type || value == parameter.fallback) continue;
    bool fits =
        parameter.type == types.int_ ? value.is_int() : is_subtype(type_of(value), parameter.type);
    if (fits) continue;
    raise_type_error({Wording{function, signature}.full_name(), "() argument '",
                      parameter.name->view(), "' must be ", parameter.type->name_view(), ", not ",
                      type_name(value)});
    return false;
  }
  return true;
}

namespace {

bool arrange_slow(const NativeFunction* function, const Args& given, Value* space,
                  std::vector<Ref>& made) {
  const Signature& signature = *function->signature;
  Wording wording{function, signature};
  uint32_t count = uint32_t(signature.parameters.size()), keywords = given.keyword_count();
  bool python = wording.is_python();
  if (signature.only_positional && !python) {
    if (keywords) {
      raise_type_error({wording.full_name(), "() takes no keyword arguments"});
      return false;
    }
    bool too_many = given.count > signature.positional && signature.star < 0;
    if (too_many || given.count < signature.required)
      return wording.fail_positional_count(given.count);
  }
  if (!python && signature.star < 0) {
    if (signature.double_star < 0 && given.count + keywords > count) {
      return wording.fail_too_many(given.count, keywords);
    }
    if (signature.double_star >= 0 && given.count > signature.positional) {
      return wording.fail_positional_count(given.count);
    }
  }

  std::vector<bool> filled(count, false);
  for (uint32_t i = 0; i < count; ++i) space[i] = Value{};
  uint32_t placed = given.count < signature.positional ? given.count : signature.positional;
  for (uint32_t i = 0; i < placed; ++i) {
    space[i] = given.values[i];
    filled[i] = true;
  }
  if (signature.star >= 0) {
    made.push_back(new_tuple(std::span(given.values + placed, given.count - placed)));
    space[signature.star] = made.back();
  } else if (given.count > placed && !python) {
    return wording.fail_too_many(given.count, keywords);
  }
  Dict* others = nullptr;
  if (signature.double_star >= 0) {
    made.push_back(new_dict());
    space[signature.double_star] = made.back();
    others = as<Dict>(made.back());
  }
  uint32_t keyword_only_given = 0;
  // What is wrong with the names is said after what is missing.
  Str* unexpected = nullptr;
  uint32_t twice = UINT32_MAX;
  for (uint32_t k = 0; k < keywords; ++k) {
    Str* keyword = given.keyword(k);
    uint32_t place = signature.positional_only;
    for (; place < count; ++place) {
      const Parameter& parameter = signature.parameters[place];
      if (parameter.kind != Parameter::Kind::Plain &&
          parameter.kind != Parameter::Kind::KeywordOnly) {
        continue;
      }
      if (parameter.name == keyword || equal_text(parameter.name, keyword)) break;
    }
    if (place == count) {
      if (!others && python) return wording.python_unexpected(keyword);
      if (!others) {
        if (!unexpected && twice == UINT32_MAX) unexpected = keyword;
        continue;
      }
      dict_set(others, keyword, given.keyword_value(k));
      continue;
    }
    if (filled[place]) {
      if (python) return wording.python_twice(keyword);
      if (!unexpected && twice == UINT32_MAX) twice = place;
      continue;
    }
    keyword_only_given += signature.parameters[place].kind == Parameter::Kind::KeywordOnly;
    space[place] = given.keyword_value(k);
    filled[place] = true;
  }
  if (given.count > placed && signature.star < 0) {
    return wording.python_too_many(given.count, keyword_only_given);
  }
  for (uint32_t i = 0; i < count; ++i) {
    const Parameter& parameter = signature.parameters[i];
    if (filled[i] || int32_t(i) == signature.star || int32_t(i) == signature.double_star) continue;
    if (parameter.required) {
      return python ? wording.python_missing(filled) : wording.fail_missing(i, given.count);
    }
    space[i] = parameter.fallback;
  }
  if (unexpected) return wording.fail_unexpected(unexpected);
  return twice == UINT32_MAX || wording.fail_twice(twice);
}

}  // namespace

bool arrange(const NativeFunction* function, const Args& given, Value* space,
             std::vector<Ref>& made) {
  const Signature& signature = *function->signature;
  if (!check_receiver(function, given)) return false;
  const bool takes_so_many = given.count >= signature.required &&
                             (given.count <= signature.positional || signature.star >= 0);
  if (!given.keywords && signature.double_star < 0 && takes_so_many) {
    const uint32_t placed = std::min(given.count, signature.positional);
    const uint32_t count = uint32_t(signature.parameters.size());
    uint32_t i = 0;
    for (; i < placed; ++i) space[i] = given.values[i];
    for (; i < count && !signature.parameters[i].required; ++i) {
      space[i] = signature.parameters[i].fallback;
    }
    if (i == count) {
      if (signature.star >= 0) {
        made.push_back(new_tuple(std::span(given.values + placed, given.count - placed)));
        space[signature.star] = made.back();
      }
      return check_types(function, space);
    }
  }
  return arrange_slow(function, given, space, made) && check_types(function, space);
}

}  // namespace awaitscope
