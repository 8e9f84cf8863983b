pub fn ticket_machine(first: u32) -> impl FnMut() -> u32 {
    let mut next = first;
    move || {
        next += 1;
        next
    }
}
