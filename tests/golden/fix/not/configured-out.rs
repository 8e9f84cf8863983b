#[cfg(feature = "loud")]
fn shout() {}
fn main() { whisper(); }
