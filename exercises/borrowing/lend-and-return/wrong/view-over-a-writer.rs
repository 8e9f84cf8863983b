pub fn visit(log: &mut Vec<&str>) -> usize {
    log.push("in");
    let view = &*log;
    log.push("out");
    let length = view.len();
    length
}
