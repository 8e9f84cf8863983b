pub fn ticket_machine(first: u32) -> impl FnMut() -> u32 {
    move || {
        let mut next = first;
        let number = next;
        next += 1;
        let _ = next;
        number
    }
}
