#include "engine/objects/recorder.h"

#include <algorithm>

#include "engine/objects/raise.h"
#include "engine/objects/text.h"
#include "engine/objects/types.h"

namespace awaitscope {

// shown_plain() takes the bits as they are.
static_assert(Shown::nothing().bits == Value::null().bits);
static_assert(Shown::of_int(-5).bits == Value::of_int(-5).bits);
static_assert(Shown::of_singleton(0).bits == Value::none().bits);
static_assert(Shown::of_singleton(1).bits == Value::boolean(false).bits);
static_assert(Shown::of_singleton(2).bits == Value::boolean(true).bits);

void Recorder::record_here(const Frame* current, EventKind kind, Value value) {
  if (!recording) return;
  for (const Frame* frame = current; frame; frame = frame->back) {
    if (frame->native || !frame->number) continue;
    auto* python = static_cast<const PyFrame*>(frame);
    Shown what = shown(value);
    recording->append(kind, python->offset(), frame->number, what);
    return;
  }
}

// Where an object is kept, in a table with so many places.
static size_t place_of(const Object* object, size_t places) {
  return (uintptr_t(object) >> 4) % places;
}

// Whether a tuple is shown the same at any time.
static bool cannot_change(const Tuple* tuple) {
  return std::all_of(tuple->items, tuple->items + tuple->size, [](Value item) {
    if (!item.is_object()) return true;
    const Kind kind = item.object()->kind;
    return kind == Kind::Int || kind == Kind::Float || kind == Kind::Str || kind == Kind::Bytes;
  });
}

Shown Recorder::shown_object(Value value) {
  Object* object = value.object();
  if (object->kind == Kind::Frame) return shown_frame(static_cast<Frame*>(object));
  if (object->flags & kWatched) return Shown::of_object(watched_.find(object));
  return shown_anew(value);
}

Shown Recorder::shown_anew(Value value) {
  Object* object = value.object();
  switch (object->kind) {
    case Kind::Instance: {
      ShownType& type = shown_type(object->type);
      return Shown::of_object(watch(object, {type.qualname, type.name, ++type.count}));
    }
    case Kind::List:
    case Kind::Dict:
    case Kind::Set:
    case Kind::Native: {
      ShownType& type = shown_type(object->type);
      return Shown::of_object(watch(object, {type.qualname, type.label, 0}));
    }
    case Kind::Int:
    case Kind::Float:
    case Kind::Str:
    case Kind::Bytes:
    case Kind::Tuple: return shown_text(value);
    case Kind::Function: {
      auto* function = static_cast<Function*>(object);
      if (function->qualname != Value::of(function->code->qualname)) {
        return Shown::of_text(intern_short_repr(*recording, value));
      }
      uint32_t& text = function->code->recorded.function;
      if (!text) text = intern_short_repr(*recording, value);
      return Shown::of_text(text);
    }
    case Kind::Exception: {  // which several frames raise, catch and bind, one after the other
      auto* exception = static_cast<Exception*>(object);
      if (exception->shown && !types_are_renamed_) return Shown::of_text(exception->shown);
      const uint32_t text = intern_short_repr(*recording, value);
      if (cannot_change(as<Tuple>(exception->args))) exception->shown = text;
      return Shown::of_text(text);
    }
    default: break;
  }
  return Shown::of_text(intern_short_repr(*recording, value));
}

Shown Recorder::shown_text(Value value) {
  Object* object = value.object();
  ShownText& shown = shown_texts_[place_of(object, shown_texts_.size())];
  if (object->detail & kWasShown && shown.object == object) return Shown::of_text(shown.text);
  const uint32_t text = intern_short_repr(*recording, value);
  const Tuple* tuple = as_if<Tuple>(value);
  if (!tuple || cannot_change(tuple)) {
    object->detail |= kWasShown;
    shown = {object, text};
  }
  return Shown::of_text(text);
}

Recorder::ShownType& Recorder::shown_type(Type* type) {
  ShownType& shown = types_[type];
  if (!shown.name) {
    shown.qualname = recording->intern(text_of(type->qualname));
    shown.name = recording->intern(text_of(type->plain_name()));
    shown.label = recording->intern(concat({"<", text_of(type->qualname), ">"}));
  }
  return shown;
}

uint32_t Recorder::watch(Object* object, const Recording::Object& described) {
  uint32_t number = recording->add_object(described);
  watched_.add(object, number);
  object->flags |= kWatched;
  show_contents(object, number);
  return number;
}

uint32_t Recorder::watch_numbered(Object* object) {
  if (object->flags & kWatched) return watched_.find(object);
  ShownType& type = shown_type(object->type);
  std::string_view name = text_of(object->type->plain_name());
  std::string label = concat({"<", name, " #", std::to_string(++type.count), ">"});
  return watch(object, {type.qualname, recording->intern(label), 0});
}

Shown Recorder::shown_frame_anew(Frame* frame) {
  const FrameTexts texts = frame_texts(frame);
  frame->object_number = recording->add_object({texts.type, texts.label, 0});
  return Shown::of_object(frame->object_number);
}

Recorder::FrameTexts Recorder::frame_texts(Frame* frame) {
  if (!frame->native) {
    const FrameTexts texts = new_frame_texts(frame);
    if (CodeObject::Recorded* kept = place_of_texts(frame)) {
      kept->type = texts.type;
      kept->label = texts.label;
    }
    return texts;
  }
  if (!frame->qualname) {  // a step of an async generator
    const ShownType& type = shown_type(frame->type);
    return {type.qualname, type.label};
  }
  if (!is<Str>(frame->qualname) || !as<Str>(frame->qualname)->interned) {
    return new_frame_texts(frame);
  }
  NativeTexts& native = native_texts_[place_of(as<Str>(frame->qualname), native_texts_.size())];
  if (native.qualname != as<Str>(frame->qualname)) {
    native = {as<Str>(frame->qualname), new_frame_texts(frame)};
  }
  return native.texts;
}

Recorder::FrameTexts Recorder::new_frame_texts(Frame* frame) {
  const uint32_t type = shown_type(frame->type).qualname;
  const std::string label =
      concat({"<", frame->type->name_view(), " ", frame_qualname(frame), ">"});
  return {type, recording->intern(label)};
}

void Recorder::show_contents(Object* object, uint32_t number) {
  switch (object->kind) {
    case Kind::List:
    case Kind::Dict:
    case Kind::Set: {
      uint32_t text = intern_short_repr(*recording, Value::of(object));
      recording->append(Event::make(EventKind::Change, 0, number, text, 0));
      return;
    }
    default: return;
  }
}

void Recorder::changed(Object* object) {
  if (!recording || !(object->flags & kWatched)) return;
  show_contents(object, watched_.find(object));
}

}  // namespace awaitscope
