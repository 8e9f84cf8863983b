use std::ffi::{CString, c_char};

extern "C" {
    fn strlen(text: *const c_char) -> usize;
}

pub fn length(text: &str) -> Option<usize> {
    let text = CString::new(text).ok()?;
    // SAFETY: the pointer leads to a text that ends with a zero byte and is alive.
    Some(unsafe { strlen(text.as_ptr()) })
}
