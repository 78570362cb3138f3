#![deny(unsafe_code)]

#[allow(unsafe_code)]
pub fn first(bytes: &[u8]) -> u8 {
    unsafe { *bytes.get_unchecked(0) }
}
