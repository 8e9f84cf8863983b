pub fn is_door(n: u32) -> bool {
    let mut n = n;
    if n = 7 {
        return true;
    }
    false
}
