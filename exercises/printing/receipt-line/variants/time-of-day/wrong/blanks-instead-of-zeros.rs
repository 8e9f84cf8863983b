pub fn show(h: u32, m: u32, s: u32) -> String {
    format!("{h:2}:{m:2}:{s:2}")
}
