#ifndef CBYTES_H
#define CBYTES_H

#include <stdint.h>

// Sixteen bytes looked at in a few instructions. Bit i of what each function gives is the answer for byte i. In C, since Swift's
// own vectors are not compiled to these instructions, and a loop over single bytes takes ten times as long.

#if defined(__SSE2__)
#include <emmintrin.h>

#define CBYTES_INLINE static inline __attribute__((always_inline))

CBYTES_INLINE __m128i cbytes_load(const uint8_t *bytes) { return _mm_loadu_si128((const __m128i *)bytes); }
CBYTES_INLINE uint32_t cbytes_mask(__m128i lanes) { return (uint32_t)_mm_movemask_epi8(lanes); }

/// Which of the sixteen bytes are `byte`.
CBYTES_INLINE uint32_t cbytes_equal(const uint8_t *bytes, uint8_t byte) {
  return cbytes_mask(_mm_cmpeq_epi8(cbytes_load(bytes), _mm_set1_epi8((char)byte)));
}

/// Which are `byte` once the bits of `bits` are set in them.
CBYTES_INLINE uint32_t cbytes_equal_with(const uint8_t *bytes, uint8_t bits, uint8_t byte) {
  return cbytes_mask(
      _mm_cmpeq_epi8(_mm_or_si128(cbytes_load(bytes), _mm_set1_epi8((char)bits)), _mm_set1_epi8((char)byte)));
}

/// Which are from `first` to `last`.
CBYTES_INLINE uint32_t cbytes_within(const uint8_t *bytes, uint8_t first, uint8_t last) {
  __m128i above = _mm_sub_epi8(cbytes_load(bytes), _mm_set1_epi8((char)first));
  return cbytes_mask(_mm_cmpeq_epi8(_mm_min_epu8(above, _mm_set1_epi8((char)(last - first))), above));
}

/// Which are the same as those of `other`.
CBYTES_INLINE uint32_t cbytes_same(const uint8_t *bytes, const uint8_t *other) {
  return cbytes_mask(_mm_cmpeq_epi8(cbytes_load(bytes), cbytes_load(other)));
}

/// Which are beyond ASCII.
CBYTES_INLINE uint32_t cbytes_beyond_ascii(const uint8_t *bytes) { return cbytes_mask(cbytes_load(bytes)); }

#elif defined(__ARM_NEON) && defined(__aarch64__)
#include <arm_neon.h>

#define CBYTES_INLINE static inline __attribute__((always_inline))

CBYTES_INLINE uint32_t cbytes_mask(uint8x16_t lanes) {
  const uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t bits = vandq_u8(lanes, vld1q_u8(weights));
  return (uint32_t)vaddv_u8(vget_low_u8(bits)) | (uint32_t)vaddv_u8(vget_high_u8(bits)) << 8;
}

CBYTES_INLINE uint32_t cbytes_equal(const uint8_t *bytes, uint8_t byte) {
  return cbytes_mask(vceqq_u8(vld1q_u8(bytes), vdupq_n_u8(byte)));
}

CBYTES_INLINE uint32_t cbytes_equal_with(const uint8_t *bytes, uint8_t bits, uint8_t byte) {
  return cbytes_mask(vceqq_u8(vorrq_u8(vld1q_u8(bytes), vdupq_n_u8(bits)), vdupq_n_u8(byte)));
}

CBYTES_INLINE uint32_t cbytes_within(const uint8_t *bytes, uint8_t first, uint8_t last) {
  return cbytes_mask(vcleq_u8(vsubq_u8(vld1q_u8(bytes), vdupq_n_u8(first)), vdupq_n_u8((uint8_t)(last - first))));
}

CBYTES_INLINE uint32_t cbytes_same(const uint8_t *bytes, const uint8_t *other) {
  return cbytes_mask(vceqq_u8(vld1q_u8(bytes), vld1q_u8(other)));
}

CBYTES_INLINE uint32_t cbytes_beyond_ascii(const uint8_t *bytes) {
  return cbytes_mask(vcgeq_u8(vld1q_u8(bytes), vdupq_n_u8(0x80)));
}

#else

#define CBYTES_INLINE static inline

#define CBYTES_EACH(test)                                                                                              \
  uint32_t mask = 0;                                                                                                   \
  for (int i = 0; i < 16; i++) mask |= (uint32_t)(test) << i;                                                          \
  return mask

CBYTES_INLINE uint32_t cbytes_equal(const uint8_t *bytes, uint8_t byte) { CBYTES_EACH(bytes[i] == byte); }
CBYTES_INLINE uint32_t cbytes_equal_with(const uint8_t *bytes, uint8_t bits, uint8_t byte) {
  CBYTES_EACH((bytes[i] | bits) == byte);
}
CBYTES_INLINE uint32_t cbytes_within(const uint8_t *bytes, uint8_t first, uint8_t last) {
  CBYTES_EACH(bytes[i] >= first && bytes[i] <= last);
}
CBYTES_INLINE uint32_t cbytes_same(const uint8_t *bytes, const uint8_t *other) { CBYTES_EACH(bytes[i] == other[i]); }
CBYTES_INLINE uint32_t cbytes_beyond_ascii(const uint8_t *bytes) { CBYTES_EACH(bytes[i] >= 0x80); }

#endif
#endif
