pub fn show(h: u32, m: u32, s: u32) -> String {
    todo!()
}
