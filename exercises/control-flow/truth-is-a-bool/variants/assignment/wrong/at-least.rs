pub fn is_door(n: u32) -> bool {
    if n >= 7 {
        return true;
    }
    false
}
