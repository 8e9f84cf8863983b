struct Handle(*mut u8);
impl Send for Handle {}
fn main() {
    let _ = Handle(std::ptr::null_mut());
}
