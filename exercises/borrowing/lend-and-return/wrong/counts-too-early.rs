pub fn visit(log: &mut Vec<&str>) -> usize {
    let view = &*log;
    let length = view.len();
    log.push("in");
    log.push("out");
    length
}
