pub fn first_times(names: &mut Vec<String>) {
    let mut i = 1;
    while i < names.len() {
        if names[..i].contains(&names[i]) {
            names.remove(i);
        }
        i += 1;
    }
}
