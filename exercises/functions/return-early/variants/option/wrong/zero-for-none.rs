pub fn share(total: u32, people: u32) -> Option<u32> {
    if people == 0 {
        return Some(0);
    }
    Some(total / people)
}
