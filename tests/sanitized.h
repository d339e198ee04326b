#pragma once

namespace awaitscope::testing {

// Whether this is a build for the sanitizers, under which everything takes ten times as long. They
// look at the code and not at what it says: where the native build looks at everything, they look
// at every so many.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define AWAITSCOPE_SANITIZED
#endif
#endif
#ifdef AWAITSCOPE_SANITIZED
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif

}  // namespace awaitscope::testing
