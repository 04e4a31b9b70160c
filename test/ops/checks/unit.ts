export const checkUnit = async () => 'todo';
