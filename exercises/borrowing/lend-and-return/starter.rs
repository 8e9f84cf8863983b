let length = view.len();
length
}
pub fn visit(log: &mut Vec<&str>) -> usize {
log.push("out");
let view = &*log;
log.push("in");
