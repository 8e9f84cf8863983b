pub fn shout(text: &str, times: u32) -> String {
    let mut loud = text.to_string();
    for _ in 0..times {
        loud.push('!');
    }
    loud
}
