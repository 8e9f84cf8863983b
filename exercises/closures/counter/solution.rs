pub fn ticket_machine(first: u32) -> impl FnMut() -> u32 {
    let mut next = first;
    move || {
        let number = next;
        next += 1;
        number
    }
}
