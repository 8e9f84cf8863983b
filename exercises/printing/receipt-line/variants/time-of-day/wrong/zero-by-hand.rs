pub fn show(h: u32, m: u32, s: u32) -> String {
    format!("0{h}:0{m}:0{s}")
}
