#pragma once
// What a run writes into its recording: events, and values as they are shown. Never runs Python
// code. Everything here does nothing where there is no recording.

#include <array>
#include <string_view>
#include <unordered_map>

#include "engine/objects/address_table.h"
#include "engine/objects/frame.h"
#include "engine/recording/events/recording.h"

namespace awaitscope {

class Recorder {
 public:
  explicit Recorder(Recording* recording) : recording(recording) {}

  Recording* const recording;  // null: nothing is recorded

  // --- events ---
  uint32_t record(EventKind kind, uint32_t subject, uint32_t operand = 0, uint32_t cause = 0) {
    return recording ? recording->append(Event::make(kind, 0, subject, operand, cause)) : 0;
  }
  uint32_t record(EventKind kind, uint32_t subject, Shown value) {
    return recording ? recording->append(kind, 0, subject, value) : 0;
  }
  // `kind` at the place where the innermost recorded Python frame is; for what await & co. found.
  void record_here(const Frame* current, EventKind kind, Value value);

  // --- values ---
  [[gnu::always_inline]] Shown shown(Value value) {
    if (!value.is_object()) [[likely]]
      return shown_plain(value);
    return recording ? shown_object(value) : Shown::nothing();
  }
  static Shown shown_plain(Value no_object) { return {no_object.bits}; }  // the same in both
  // Of a generator or coroutine. There is a recording.
  [[gnu::always_inline]] Shown shown_frame(Frame* frame) {
    if (!frame->object_number) {
      const CodeObject::Recorded* texts = place_of_texts(frame);
      if (!texts || !texts->label) [[unlikely]]
        return shown_frame_anew(frame);
      frame->object_number = recording->add_object({texts->type, texts->label, 0});
    }
    return Shown::of_object(frame->object_number);
  }
  uint32_t watch_numbered(Object* object);  // its number there; it is labelled "<Lock #1>"
  void changed(Object* object);             // its contents have; only where it is kWatched
  void forget(Object* object) { watched_.remove(object); }  // a kWatched object is gone
  void forget_type(Type* type) { types_.erase(type); }      // a class is gone
  void renamed(Type* type) {
    types_[type].name = 0;
    types_are_renamed_ = true;
  }

 private:
  // Texts of the recording that say what a frame is: its type and its label.
  struct FrameTexts {
    uint32_t type = 0, label = 0;
  };
  struct ShownType {
    uint32_t name = 0, qualname = 0, label = 0;  // texts; 0: not there yet, or changed since
    uint32_t count = 0;                          // of its instances that have been shown
  };

  // Where the texts of a Python frame are kept: with the code that it is named after. Null: it has
  // been renamed, or is a native one.
  static CodeObject::Recorded* place_of_texts(const Frame* frame) {
    if (frame->native || frame->qualname) return nullptr;
    const auto* python = static_cast<const PyFrame*>(frame);
    CodeObject* code = python->code;
    return python->function->qualname == Value::of(code->qualname) ? &code->recorded : nullptr;
  }

  Shown shown_object(Value value);
  Shown shown_anew(Value value);         // of one that has no number
  Shown shown_frame_anew(Frame* frame);  // the same, and its texts may not be there yet
  Shown shown_text(Value value);         // of a number, text or tuple
  FrameTexts frame_texts(Frame* frame);
  FrameTexts new_frame_texts(Frame* frame);
  void show_contents(Object* object, uint32_t number);
  ShownType& shown_type(Type* type);
  uint32_t watch(Object* object, const Recording::Object& described);

  // Of what cannot change: the text of each object that was shown last at its place.
  struct ShownText {
    const Object* object = nullptr;  // may be gone: what is made in its place is not kWasShown
    uint32_t text = 0;
  };
  std::array<ShownText, 256> shown_texts_;
  // Of native frames, by their qualified names, which are there for as long as the run is.
  struct NativeTexts {
    const Str* qualname = nullptr;
    FrameTexts texts;
  };
  std::array<NativeTexts, 64> native_texts_;
  bool types_are_renamed_ = false;  // what is shown of exceptions may change by that
  AddressTable watched_;            // numbers in the recording of objects that are kWatched
  std::unordered_map<const Type*, ShownType> types_;
};

}  // namespace awaitscope
