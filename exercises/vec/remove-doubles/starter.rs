pub fn first_times(names: &mut Vec<String>) {
    todo!()
}
