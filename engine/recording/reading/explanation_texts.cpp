#include "engine/recording/reading/explanation_texts.h"

namespace awaitscope {

namespace {

constexpr Text kTexts[] = {
#define TEXT(id, link, facts, text) {LinkId::link, text},
#include "engine/recording/reading/explanation_texts.def"
#undef TEXT
};

constexpr Link kLinks[] = {
#define LINK(id, address, title) {address, title},
#include "engine/recording/reading/explanation_texts.def"
#undef LINK
};

constexpr Mistake kMistakes[] = {
#define MISTAKE(message, link, text, instead) {message, LinkId::link, text, instead},
#include "engine/recording/reading/explanation_texts.def"
#undef MISTAKE
};

}  // namespace

const Text& text_of(TextId id) { return kTexts[size_t(id)]; }
const Link& link_of(LinkId id) { return kLinks[size_t(id)]; }

const Mistake* find_mistake(std::string_view message) {
  for (const Mistake& mistake : kMistakes) {
    if (message.find(mistake.message) != std::string_view::npos) return &mistake;
  }
  return nullptr;
}

}  // namespace awaitscope
