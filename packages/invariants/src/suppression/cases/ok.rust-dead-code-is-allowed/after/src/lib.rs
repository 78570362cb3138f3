#[allow(dead_code, clippy::needless_return)]
pub fn first() -> u8 {
    1
}
