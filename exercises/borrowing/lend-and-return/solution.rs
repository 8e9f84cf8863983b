pub fn visit(log: &mut Vec<&str>) -> usize {
    log.push("in");
    let view = &*log;
    let length = view.len();
    log.push("out");
    length
}
